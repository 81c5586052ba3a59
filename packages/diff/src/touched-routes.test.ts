import {
  type ApiRecord,
  type Definition,
  definitionOf,
  diffDefinitions,
  kindOf,
  nameKey,
  recordsOf,
  refsOf,
} from '@penstock/model'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changes, list, pets, ref, without } from './definition.fixture.ts'
import { judge, touchedRoutes } from './index.ts'

test('a method that came back under another id is one route, known under both', () => {
  const resource = (id: string, pathPart: string): ApiRecord => ({
    kind: 'resource',
    id,
    parent: 'res_pets',
    pathPart,
  })
  const get = (id: string, of: string): ApiRecord => list({ id, resource: of } as never)
  const before = pets(resource('res_id', '{id}'), get('met_id', 'res_id'))
  const after = pets(resource('res_petId', '{petId}'), get('met_petId', 'res_petId'))
  const [change] = changes(before, after)
  expect(touchedRoutes([change!]).get(change!.id)).toEqual([{ id: 'met_petId', earlier: 'met_id' }])

  const both = changes(
    before,
    definitionOf([...after.values(), { ...after.get('int_1')!, timeoutMs: 5 } as ApiRecord]),
  )
  const touched = touchedRoutes(both)
  expect(touched.get('int_1')).toContainEqual({ id: 'met_petId', earlier: 'met_id' })
})

test('a removed method is touched by its removal', () => {
  const before = pets()
  const [change] = changes(before, without(before, 'met_list'))
  expect(touchedRoutes([change!]).get(change!.id)).toEqual([{ id: 'met_list' }])
})

const some = (...ids: string[]) => fc.option(fc.constantFrom(...ids), { nil: undefined })
const body = (name: string) => ({ content: { 'application/json': { schema: ref(name) } } })
const arn = (name: string) => `arn:aws:lambda:us-east-1:1:function:${name}`
const names = ['A', 'B', 'C']

/** APIs in which everything may point at everything that it may point at. */
const definition = fc
  .record({
    methods: fc.array(
      fc.record({
        integration: some('int_a', 'int_b'),
        authorizer: some('aut_a'),
        validator: some('val_a', 'val_b'),
        request: some(...names),
        response: some(...names),
        security: some('who'),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    byDefault: fc.record({ validator: some('val_a'), security: some('who') }),
    upstreams: fc.tuple(some('ups_a'), some('ups_a')),
    functions: fc.tuple(some('fun_a'), some('fun_a')),
    models: fc.tuple(...names.map(() => some(...names))),
    guardCalls: fc.boolean(),
  })
  .map(({ methods, byDefault, upstreams, functions, models, guardCalls }) =>
    definitionOf(
      [
        {
          kind: 'api',
          id: 'api_1',
          name: 'pets',
          validator: byDefault.validator,
          security: byDefault.security && [{ who: [] }],
        },
        { kind: 'resource', id: 'res_root', parent: null, pathPart: '' },
        ...methods.flatMap(({ request, response, security, ...rest }, at) => [
          { kind: 'resource', id: `res_${at}`, parent: 'res_root', pathPart: `p${at}` },
          {
            kind: 'method',
            id: `met_${at}`,
            resource: `res_${at}`,
            httpMethod: 'POST',
            requestBody: request && body(request),
            responses: response && { 200: { description: 'OK', ...body(response) } },
            security: security && [{ who: [] }],
            ...rest,
          },
        ]),
        ...['int_a', 'int_b'].map((id, at) => ({
          kind: 'integration',
          id,
          type: 'http_proxy',
          uri: '/x',
          upstream: upstreams[at],
          function: functions[at],
        })),
        { kind: 'upstream', id: 'ups_a', name: 'a', url: 'https://a.example' },
        { kind: 'function', id: 'fun_a', name: 'hello', code: '1' },
        {
          kind: 'validator',
          id: 'val_a',
          name: 'a',
          validateRequestBody: true,
          validateRequestParameters: true,
        },
        {
          kind: 'validator',
          id: 'val_b',
          name: 'b',
          validateRequestBody: true,
          validateRequestParameters: true,
        },
        {
          kind: 'authorizer',
          id: 'aut_a',
          name: 'who',
          settings: { type: 'token', ...(guardCalls && { authorizerUri: arn('hello') }) },
        },
        ...names.map((name, at) => ({
          kind: 'model',
          id: `mod_${name}`,
          name,
          schema: {
            type: 'object',
            properties: { x: { type: 'string' }, y: models[at] ? ref(models[at]) : {} },
          },
        })),
      ].map((record) => JSON.parse(JSON.stringify(record)) as ApiRecord),
    ),
  )

/** What each kind may have edited so that requests are served, or answered, another way. */
const edits: Readonly<Record<string, (record: never) => object>> = {
  api: () => ({ minimumCompressionSize: 5 }),
  method: () => ({ apiKeyRequired: true }),
  integration: () => ({ timeoutMs: 5 }),
  upstream: () => ({ url: 'https://b.example' }),
  function: () => ({ code: '2' }),
  validator: () => ({ validateRequestBody: false }),
  authorizer: ({ settings }: { settings: object }) => ({ settings: { ...settings, type: 'request' } }),
  model: ({ schema }: { schema: { properties: object } }) => ({
    schema: { ...schema, properties: { ...schema.properties, x: { type: 'integer' } } },
  }),
}

/** Said once more, from the records' own references: what a method depends on. */
function reaches(definition: Definition, start: ApiRecord, target: string): boolean {
  const named = new Map([...definition.values()].map((record) => [nameKey(record), record.id]))
  const guard = [...recordsOf(definition, 'authorizer')][0]!
  const api = [...recordsOf(definition, 'api')][0]!
  const seen = new Set([start.id, api.id])
  for (const id of seen) {
    const record = definition.get(id)!
    if (record.kind !== 'api')
      for (const reference of kindOf(record.kind).references(record as never)) seen.add(reference.id)
    for (const name of refsOf(record)) if (named.has(name)) seen.add(named.get(name)!)
    if (record.kind === 'method') {
      if ((record.security ?? api.security)?.some((way) => 'who' in way)) seen.add(guard.id)
      if (record.validator === undefined && api.validator) seen.add(api.validator)
    }
    if (record.kind === 'authorizer' && 'authorizerUri' in (record.settings ?? {})) seen.add('fun_a')
  }
  return seen.has(target)
}

test('whatever is edited, exactly the methods that depend on it are touched', () => {
  fc.assert(
    fc.property(definition, fc.nat(), (before, pick) => {
      const editable = [...before.values()].filter(({ kind }) => kind in edits)
      const target = editable[pick % editable.length]!
      const edited = { ...target, ...edits[target.kind]!(target as never) } as ApiRecord
      const after = definitionOf([...before.values(), edited])
      const touched = touchedRoutes(judge(before, after, diffDefinitions(before, after)))
      const found = new Set([...touched.values()].flat().map(({ id }) => id))
      const expected = [...recordsOf(before, 'method')].filter((method) => reaches(before, method, target.id))
      expect([...found].sort()).toEqual(expected.map(({ id }) => id).sort())
    }),
    { numRuns: 500 },
  )
}, 30_000)
