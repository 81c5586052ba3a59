import { expect, test } from 'vitest'
import type { CommandContext } from '../command.ts'
import { deploy } from './deploy.ts'
import { request } from './request.ts'

const plan = {
  stage: 'prod',
  base: { version: 1 },
  planHash: 'h1',
  summary: { total: 1, breaking: 1 },
  changes: [
    {
      id: 'c',
      title: 'Remove GET /a',
      verdict: 'breaking',
      action: 'removed',
      findings: [{ check: 'operation-removed', verdict: 'breaking', message: 'Clients get 404' }],
      also: [],
    },
  ],
  checks: [],
}
const opened = {
  number: 7,
  stage: 'prod',
  title: 'Words',
  state: 'open',
  author: 'ada@example.com',
  stale: null,
  missing: '0 of 1 approval given',
  scheduledAt: null,
  deployment: null,
}

/** A control plane that remembers what it was asked. */
function context() {
  const asked: { method: string; path: string; body: unknown }[] = []
  const said: string[] = []
  const json = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    if (path.includes('/plan')) return plan as T
    asked.push({ method, path, body })
    return (method === 'GET' ? { requests: [opened] } : opened) as T
  }
  const unused = () => {
    throw new Error('not called')
  }
  const value: CommandContext = {
    client: { url: 'http://x', json, upload: unused, text: unused },
    output: {
      result: (_, text) => void said.push(text),
      line: unused,
      progress: () => {},
      error: (text) => void said.push(text),
    },
    signal: new AbortController().signal,
    connection: '',
    json: false,
  }
  return { value, asked, said }
}

test('deploy --request opens a request of the plan, names it and says where it is', async () => {
  const { value, asked, said } = context()
  const words = { title: 'Words', description: 'Agreed in May' }
  expect(await deploy.run(value, ['shop', 'prod'], { request: true, ...words })).toBe(0)
  expect(asked).toEqual([
    {
      method: 'POST',
      path: '/api/v1/apis/shop/deploy-requests',
      body: expect.objectContaining({ stage: 'prod', ...words, planHash: 'h1', source: 'cli' }),
    },
  ])
  expect(said[0]).toContain('#7 prod open (0 of 1 approval given) Words')
  expect(said[0]).toContain('http://x/apis/shop/deployments/requests/7')
})

test('a request that nobody gave a title is called what it does worst, like one of the console', async () => {
  const { value, asked } = context()
  await deploy.run(value, ['shop', 'prod'], { request: true, description: 'Agreed in May' })
  expect(asked[0]?.body).toMatchObject({ title: 'Remove GET /a', description: 'Agreed in May' })
  const untold = deploy.run(value, ['shop', 'prod'], { title: 'Words' })
  await expect(untold).rejects.toMatchObject({ code: 'INVALID_INPUT' })
})

test('deploy --request asks nobody for what --fail-on refuses', async () => {
  const { value, asked, said } = context()
  expect(await deploy.run(value, ['shop', 'prod'], { request: true, failOn: 'breaking' })).toBe(1)
  expect(asked).toEqual([])
  expect(said[0]).toContain('Remove GET /a')
})

test.each([
  ['approve', 'votes', { verdict: 'approve', words: 'Fine' }],
  ['reject', 'votes', { verdict: 'request-changes', words: 'Fine' }],
  ['deploy', 'deploy', { source: 'cli' }],
  ['close', 'close', {}],
])('request %s does it to the request with that number', async (action, path, body) => {
  const { value, asked } = context()
  expect(await request.run(value, [action, 'shop', '#7'], { words: 'Fine' })).toBe(0)
  expect(asked).toEqual([{ method: 'POST', path: `/api/v1/apis/shop/deploy-requests/7/${path}`, body }])
})

test('requests are listed with where they stand; what is none of the deeds is refused', async () => {
  const { value, said } = context()
  expect(await request.run(value, ['list', 'shop'], {})).toBe(0)
  expect(said[0]).toContain('#7 prod')
  await expect(request.run(value, ['merge', 'shop', '7'], {})).rejects.toMatchObject({
    code: 'INVALID_INPUT',
  })
  await expect(request.run(value, ['approve', 'shop'], {})).rejects.toMatchObject({ code: 'INVALID_INPUT' })
})
