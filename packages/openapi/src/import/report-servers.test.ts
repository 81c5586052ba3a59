import { expect, test } from 'vitest'
import { Reporter } from '../report.ts'
import { basePathOf } from './base-path.ts'
import { reportServers } from './report-servers.ts'

function told(servers: Parameters<typeof reportServers>[1], upstream?: string) {
  const lines: string[] = []
  const report = new Reporter()
  report.kept = (pointer, _construct, reason) => void lines.push(`${pointer} ${reason}`)
  reportServers({ report }, servers, upstream)
  return lines
}

test('every server is named with what became of it; the first that can be called is offered', () => {
  expect(told([{ url: '/v1' }, { url: 'https://a.example' }, { url: 'https://b.example' }])).toEqual([
    '/servers/0 /v1 is exported again; nothing is sent there.',
    '/servers/1 https://a.example is exported again; nothing is sent there yet: "Point this API at an upstream" offers it.',
    '/servers/2 https://b.example is exported again; nothing is sent there.',
  ])
})

test('with an upstream that was asked for operations go there', () => {
  expect(told([{ url: 'https://a.example' }], 'http://127.0.0.1:1')).toEqual([
    '/servers/0 https://a.example is exported again; operations go to http://127.0.0.1:1 instead.',
  ])
  expect(told([{ url: 'https://a.example/' }], 'https://a.example')).toEqual([
    '/servers/0 https://a.example/ is exported again; operations go there.',
  ])
})

// Each was read again from each of its characters.
test.each([
  ['braces that open', '{'.repeat(1e6)],
  ['question marks before a line', `https://a.example/v1${'?'.repeat(1e6)}\n`],
])('a megabyte of %s in the URL of a server is read once', (_, url) => {
  expect(told([{ url }])).toHaveLength(1)
  expect(basePathOf([{ url }], 'prepend')).toMatch(/^\/(v1$|\{)/)
})
