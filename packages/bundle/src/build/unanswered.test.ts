import { type ApiRecord, definitionOf, type Integration, type Method } from '@penstock/model'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildBundle, unansweredOperations } from '../build.ts'
import { petApi } from './definition.fixture.ts'

const found = (integration: Partial<Integration>, method: Partial<Method> = {}, ...more: ApiRecord[]) => {
  const definition = petApi(integration, method, ...more)
  const { routes, integrations } = buildBundle(definition).bundle
  const [route] = routes
  const kind = route!.integration === null ? undefined : integrations[route!.integration]!.kind
  const operations = unansweredOperations(definition)
  // What the gateway refuses, and nothing else.
  expect(operations.length > 0).toBe(
    route!.refused !== undefined || kind === undefined || kind === 'unsupported',
  )
  return operations
}

test('an operation with an integration that runs is answered', () => {
  expect(found({ type: 'mock', fromExamples: true })).toEqual([])
  expect(found({ type: 'http_proxy', httpMethod: 'GET', uri: 'https://pets.example' })).toEqual([])
})

test('an operation that nothing answers is listed, with where it is', () => {
  expect(found({}, { integration: undefined })).toEqual([
    {
      record: 'met_list',
      name: 'GET /pets',
      reason: 'Nothing answers it: it has no integration.',
    },
  ])
})

test('an operation whose integration has no address, or none that is run, is listed with the reason', () => {
  expect(found({ type: 'http_proxy', httpMethod: 'GET' })).toMatchObject([{ reason: expect.any(String) }])
})

test('an operation that is closed, whoever calls, is listed with the reason', () => {
  expect(found({}, { authorizer: 'aut_gone' })).toMatchObject([
    { reason: buildBundle(petApi({}, { authorizer: 'aut_gone' })).bundle.routes[0]!.refused!.reason },
  ])
})

test('routes of WebSocket APIs are listed by their key, as they are refused when they are built', () => {
  const route = (routeKey: string, more: object) =>
    ({ kind: 'route', id: routeKey, routeKey, ...more }) as const
  const definition = definitionOf([
    { kind: 'api', id: 'api', name: 'Chat', type: 'WEBSOCKET' },
    { kind: 'integration', id: 'echo', name: 'echo', type: 'mock' },
    { kind: 'integration', id: 'examples', name: 'examples', type: 'mock', fromExamples: true },
    route('$default', { integration: 'echo' }),
    route('alone', {}),
    route('closed', { integration: 'echo', authorizer: 'aut_gone' }),
    route('shown', { integration: 'examples' }),
  ] as ApiRecord[])
  const { websocket, integrations } = buildBundle(definition).bundle
  const refused = websocket!.routes.flatMap(({ key, integration, refused }) =>
    refused || integration === null || integrations[integration]!.kind === 'unsupported' ? [key] : [],
  )
  expect(refused).toEqual(['alone', 'closed', 'shown'])
  expect(unansweredOperations(definition).map(({ name }) => name)).toEqual(refused)
})

test('a draft that is broken has an answer, too: an import reports before anything is mended', () => {
  const whole = [
    { kind: 'api', id: 'api', name: 'a', authorizer: 'aut' },
    { kind: 'resource', id: 'root', parent: null, pathPart: '' },
    { kind: 'resource', id: 'pets', parent: 'root', pathPart: 'pets' },
    { kind: 'upstream', id: 'ups', name: 'u', url: 'https://pets.example' },
    { kind: 'authorizer', id: 'aut', name: 'x', type: 'request' },
    { kind: 'integration', id: 'http', type: 'http_proxy', upstream: 'ups', httpMethod: 'GET' },
    { kind: 'integration', id: 'function', type: 'aws_proxy', function: 'gone' },
    {
      kind: 'method',
      id: 'get',
      resource: 'pets',
      httpMethod: 'GET',
      integration: 'http',
      authorizer: 'aut',
    },
    { kind: 'method', id: 'post', resource: 'root', httpMethod: 'POST', integration: 'function' },
    { kind: 'route', id: 'route', routeKey: '$default', integration: 'http' },
  ]
  const ids = whole.map(({ id }) => id)
  const breaks = fc.array(
    fc.record({
      at: fc.integer({ min: 1, max: whole.length - 1 }),
      member: fc.constantFrom('parent', 'resource', 'integration', 'upstream', 'function', 'authorizer'),
      to: fc.constantFrom<unknown>(...ids, 'gone', null, undefined, 3),
    }),
    { maxLength: 5 },
  )
  fc.assert(
    fc.property(breaks, fc.uniqueArray(fc.constantFrom(...ids.slice(1))), (broken, without) => {
      const records: Record<string, unknown>[] = structuredClone(whole)
      for (const { at, member, to } of broken) records[at]![member] = to
      const left = records.filter(({ id }) => !without.includes(id as string))
      for (const { record, reason } of unansweredOperations(definitionOf(left as unknown as ApiRecord[])))
        expect([left.some(({ id }) => id === record), reason.length > 0]).toEqual([true, true])
    }),
    { numRuns: 300 },
  )
})
