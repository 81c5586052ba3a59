import { type ApiRecord, definitionOf } from '@penstock/model'
import { expect, test } from 'vitest'
import { changes as judged, list, pets, without } from '../definition.fixture.ts'

/** What was judged, with no more than the ids of the records that came along. */
const changes = (...definitions: Parameters<typeof judged>) =>
  judged(...definitions).map((change) => ({ ...change, also: change.also.map(({ record }) => record) }))

const resource = (id: string, parent: string, pathPart: string): ApiRecord => ({
  kind: 'resource',
  id,
  parent,
  pathPart,
})
const upstream: ApiRecord = { kind: 'upstream', id: 'ups_1', name: 'pets', url: 'https://pets.example' }
const proxy: ApiRecord = { kind: 'integration', id: 'int_2', type: 'http_proxy', upstream: 'ups_1' }

const owned = pets(
  resource('res_id', 'res_pets', '{id}'),
  resource('res_owner', 'res_id', 'owner'),
  { kind: 'method', id: 'met_owner', resource: 'res_owner', httpMethod: 'GET', integration: 'int_2' },
  proxy,
  upstream,
)
const chain = ['int_2', 'res_id', 'res_owner', 'ups_1']

test('deleting a method takes along its paths and its integration', () => {
  const [change, ...others] = changes(owned, without(owned, 'met_owner', ...chain))
  expect(others).toEqual([])
  expect(change).toMatchObject({
    id: 'met_owner',
    title: 'Remove GET /pets/{id}/owner',
    also: chain,
    affects: ['met_owner'],
  })
})

test('adding a method takes along its paths and its integration', () => {
  const [change, ...others] = changes(without(owned, 'met_owner', ...chain), owned)
  expect(others).toEqual([])
  expect(change).toMatchObject({ id: 'met_owner', title: 'Add GET /pets/{id}/owner', also: chain })
})

test('what came along is told by name, with what became of it', () => {
  const bare = without(owned, 'met_owner', ...chain)
  const told = (before: typeof owned, after: typeof owned) => judged(before, after)[0]!.also
  const along = (action: 'added' | 'removed') => [
    { record: 'int_2', kind: 'integration', action, name: 'integration http_proxy' },
    { record: 'res_id', kind: 'resource', action, name: '/pets/{id}' },
    { record: 'res_owner', kind: 'resource', action, name: '/pets/{id}/owner' },
    { record: 'ups_1', kind: 'upstream', action, name: 'upstream pets' },
  ]
  expect(told(bare, owned)).toEqual(along('added'))
  expect(told(owned, bare)).toEqual(along('removed'))
})

test('each deleted method is a change of its own; a shared path goes with one of them', () => {
  const found = changes(pets(), without(pets(), 'met_list', 'met_create', 'res_pets'))
  expect(found.map((change) => [change.title, change.also])).toEqual([
    ['Remove GET /pets', []],
    ['Remove POST /pets', ['res_pets']],
  ])
})

test('pointing the shared integration at an upstream is one change of all its methods', () => {
  const pointed = pets(
    { kind: 'integration', id: 'int_1', name: 'Mock from examples', type: 'http_proxy', upstream: 'ups_1' },
    upstream,
  )
  expect(changes(pets(), pointed)).toMatchObject([
    {
      title: 'Point 2 methods at https://pets.example',
      kind: 'integration',
      verdict: 'risky',
      also: ['ups_1'],
      affects: ['met_create', 'met_list'],
      findings: [{ check: 'integration-target-changed' }],
    },
  ])
})

test('pointing many methods at another integration is one change too', () => {
  const create: ApiRecord = {
    kind: 'method',
    id: 'met_create',
    resource: 'res_pets',
    httpMethod: 'POST',
    integration: 'int_2',
  }
  const pointed = without(pets(list({ integration: 'int_2' }), create, proxy, upstream), 'int_1')
  expect(changes(pets(), pointed)).toMatchObject([
    {
      id: 'int_2',
      action: 'changed',
      title: 'Point 2 methods at https://pets.example',
      verdict: 'risky',
      also: ['int_1', 'met_create', 'met_list', 'ups_1'],
      affects: ['met_create', 'met_list'],
    },
  ])
})

test('pointing one method elsewhere is a change of that method', () => {
  expect(changes(pets(), pets(list({ integration: 'int_2' }), proxy, upstream))).toMatchObject([
    {
      id: 'met_list',
      title: 'Point GET /pets at int_2'.replace('int_2', 'http_proxy'),
      verdict: 'risky',
      also: ['int_2', 'ups_1'],
    },
  ])
})

const byId = (name: string, fields: object = {}) =>
  pets(resource('res_id', 'res_pets', `{${name}}`), {
    kind: 'method',
    id: 'met_get',
    resource: 'res_id',
    httpMethod: 'GET',
    parameters: [{ name, in: 'path', required: true, schema: { type: 'string' } }],
    ...fields,
  })

test('renaming a parameter of a path is safe, and its methods change because of it', () => {
  expect(changes(byId('id'), byId('petId'))).toMatchObject([
    {
      id: 'res_id',
      title: 'Rename /pets/{id} to /pets/{petId}',
      verdict: 'safe',
      also: ['met_get'],
      affects: ['met_get'],
    },
  ])
})

test('a method that changed in another way too is a change of its own', () => {
  expect(
    changes(byId('id'), byId('petId', { deprecated: true }))
      .map((change) => change.id)
      .sort(),
  ).toEqual(['met_get', 'res_id'])
})

test('renaming a segment of a path breaks all below it', () => {
  const [change] = changes(
    byId('id'),
    definitionOf([...byId('id').values(), resource('res_pets', 'res_root', 'animals')]),
  )
  expect(change).toMatchObject({
    title: 'Move /pets to /animals',
    verdict: 'breaking',
    affects: ['met_create', 'met_get', 'met_list'],
  })
})

test('empty paths that come or go together are one change', () => {
  const empty = pets(resource('res_a', 'res_root', 'a'), resource('res_b', 'res_a', 'b'))
  expect(changes(pets(), empty)).toMatchObject([{ title: 'Add path /a/b', verdict: 'safe', also: ['res_a'] }])
  expect(changes(empty, pets())).toMatchObject([
    { title: 'Remove path /a', verdict: 'safe', also: ['res_b'] },
  ])
})

test('no record is in two changes, and none is lost', () => {
  const found = changes(pets(), definitionOf([...without(owned, 'int_1', 'met_list').values()]))
  const named = found.flatMap((change) => [change.id, ...change.also])
  expect(named.sort()).toEqual(['int_1', 'int_2', 'met_list', 'met_owner', 'res_id', 'res_owner', 'ups_1'])
})

test('a renamed path parameter takes along the paths, methods and integrations below that speak of it', () => {
  const api = (name: string) =>
    pets(
      resource('res_id', 'res_pets', `{${name}}`),
      {
        kind: 'resource',
        id: 'res_toys',
        parent: 'res_id',
        pathPart: 'toys',
        parameters: [{ name, in: 'path' }],
      },
      { kind: 'method', id: 'met_toys', resource: 'res_toys', httpMethod: 'GET', integration: 'int_toys' },
      {
        kind: 'integration',
        id: 'int_toys',
        type: 'http_proxy',
        uri: `https://toys.example/{${name}}`,
        requestParameters: { 'integration.request.path.id': `method.request.path.${name}` },
      },
    )
  expect(changes(api('id'), api('petId'))).toMatchObject([
    { id: 'res_id', verdict: 'safe', also: ['int_toys', 'res_toys'], affects: ['met_toys'] },
  ])
})

test('an operation that came back under another id with other parameter names is the same for callers', () => {
  const described = (name: string) =>
    pets(resource(`res_${name}`, 'res_pets', `{${name}}`), {
      kind: 'method',
      id: `met_${name}`,
      resource: `res_${name}`,
      httpMethod: 'GET',
      parameters: [{ name, in: 'path', required: true, schema: { type: 'string' } }],
    })
  const [change, ...others] = changes(described('id'), described('petId'))
  expect(others).toEqual([])
  expect(change).toMatchObject({
    id: 'met_petId',
    action: 'changed',
    title: 'Rename GET /pets/{id} to GET /pets/{petId}',
    verdict: 'safe',
    also: ['met_id', 'res_id', 'res_petId'],
    affects: ['met_petId'],
  })
})
