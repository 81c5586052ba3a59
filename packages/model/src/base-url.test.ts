import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapeSpaces } from './base-url.ts'
import { checkInvariants, definitionOf, type Integration, urlProblem } from './index.ts'

test.each([
  ['127.0.0.1:21070/v1', 'has no scheme', 'http://127.0.0.1:21070/v1'],
  ['localhost:8080', 'has no scheme', 'http://localhost:8080'],
  ['backend.example/v1', 'has no scheme', 'https://backend.example/v1'],
  ['//backend.example/v1', 'has no scheme', 'https://backend.example/v1'],
  ['ftp://backend.example/v1', 'scheme', 'https://backend.example/v1'],
  ['ws://backend.example', 'scheme', 'https://backend.example'],
  ['https://ada:secret@backend.example/v1', 'password', 'https://backend.example/v1'],
  ['https://backend.example/a b', 'space', 'https://backend.example/a%20b'],
  ['https://', 'host', undefined],
  ['https:///v1', 'host', undefined],
  ['https://back end.example', 'space', 'https://back%20end.example'],
  ['https://backend.example:port', 'host', undefined],
  ['https://backend.example:99999/v1', 'port 99999, and 65535 is the highest', 'https://backend.example/v1'],
  ['https://backend.example:65536', 'port 65536', 'https://backend.example'],
  ['https://${stageVariables.host/v1', 'does not close', 'https://${stageVariables.host}/v1'],
  ['${stageVariables.host', 'does not close', '${stageVariables.host}'],
  [
    'https://a.example/${stageVariables.a}/${stageVariables.b',
    'close',
    'https://a.example/${stageVariables.a}/${stageVariables.b}',
  ],
  ['https://${stageVariables.a/{id}', 'does not close', 'https://${stageVariables.a}/{id}'],
  ['https://a.example/${', 'does not close', undefined],
  ['', 'empty', 'https://backend.example'],
])('%j is not called, and what could be is suggested', (url, message, suggest) => {
  const problem = urlProblem(url)
  expect(problem?.message).toContain(message)
  if (suggest !== undefined && !message.includes('space')) expect(urlProblem(suggest)).toBeUndefined()
  expect(problem?.suggest).toBe(suggest)
})

test.each([
  'http://127.0.0.1:21070/v1',
  ' https://backend.example/ ',
  'http://[::1]:9000/a?b=c@d',
  '${stageVariables.backend}/v1',
  'https://${stageVariables.host}:${stageVariables.port}/{proxy+}',
  'https://{tenant}.backend.example/v1',
  'https://backend.${stageVariables.tld}/v1',
  'https://backend.example:65535',
])('%j is called', (url) => {
  expect(urlProblem(url)).toBeUndefined()
})

const definition = (integration: Partial<Integration>, upstream: string, compatibility?: 'aws') =>
  checkInvariants(
    definitionOf([
      { kind: 'api', id: 'api_1', name: 'pets', ...(compatibility && { compatibility }) },
      { kind: 'upstream', id: 'ups_1', name: 'Backend', url: upstream },
      { kind: 'integration', id: 'int_1', type: 'http_proxy', ...integration },
    ]),
  )

test('R10 the base URL of an upstream can be called', () => {
  expect(definition({ upstream: 'ups_1' }, '127.0.0.1:21070/v1')).toEqual([
    {
      code: 'upstream-url-invalid',
      severity: 'error',
      message: 'The base URL of upstream "Backend" has no scheme: "127.0.0.1:21070/v1".',
      location: { record: 'ups_1', path: ['url'] },
      suggest: 'http://127.0.0.1:21070/v1',
    },
  ])
  expect(definition({ upstream: 'ups_1' }, 'http://127.0.0.1:21070/v1')).toEqual([])
})

test('R10 the URI of an HTTP integration can be called, or is relative to its upstream', () => {
  const codes = (integration: Partial<Integration>) =>
    definition(integration, 'http://a.example').map(({ code, severity }) => `${severity} ${code}`)
  expect(codes({ uri: 'localhost:8080/v1' })).toEqual(['error integration-uri-invalid'])
  expect(codes({ uri: 'ftp://a.example', upstream: 'ups_1' })).toEqual(['error integration-uri-invalid'])
  expect(codes({ uri: 'v1/pets', upstream: 'ups_1' })).toEqual([])
  expect(codes({ uri: '/v1/pets:search', upstream: 'ups_1' })).toEqual([])
  expect(codes({ uri: 'http://a.example/search?q=a b' })).toEqual([])
  expect(codes({ type: 'mock', uri: 'localhost' })).toEqual([])
  expect(codes({ uri: 'arn:aws:x', rest: { connectionType: 'VPC_LINK' } })).toEqual([])
})

test('R10 what Amazon imports with a warning is deployed with one', () => {
  const [found] = definition({ uri: 'localhost:8080/v1' }, 'http://a.example', 'aws')
  expect(found).toMatchObject({ code: 'integration-uri-invalid', severity: 'warning' })
})

test('a password in an address is not repeated by the finding', () => {
  expect(JSON.stringify(definition({}, 'https://ada:hunter2@a.example'))).not.toContain('hunter2')
})

test('the spaces behind a host are escaped, and no others', () => {
  const pieces = fc.constantFrom('a', ' ', '/', ':', '//', '\n', '${', '}', '?')
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const uri = parts.join('')
      expect(escapeSpaces(uri)).toBe(uri.replace(/(?<=[^/:]\/.*)\s/gs, '%20'))
    }),
  )
})

// Either took minutes and more while each space, or each brace, had the rest of the text read again.
test.each([
  ['spaces', `x${' '.repeat(1e6)}y`],
  ['spaces of a path', `http://a.example/x${' '.repeat(1e6)}y`],
  ['braces that open', '${'.repeat(5e5)],
  ['variables that open', `http://${'${stageVariables.'.repeat(6e4)}`],
  ['slashes', `http://a.example${'/'.repeat(1e6)}x`],
])('R10 an address of a megabyte of %s is refused, briefly', (_, url) => {
  const found = definition({ uri: url }, url)
  expect(found.map(({ code }) => code).sort()).toEqual(['integration-uri-invalid', 'upstream-url-invalid'])
  for (const { message } of found) {
    expect(message).toMatch(/has \d+ characters, and 8192 are the most/)
    expect(message.length).toBeLessThan(400)
  }
})
