import { type ApiRecord, definitionOf } from '@penstock/model'
import type { ChangeView } from '@penstock/server'
import { expect, test } from 'vitest'
import { holdersOfTouched, reachOfChanges, withLooked } from './touched.ts'

const routes = Array.from({ length: 30 }, (_, at) => `route${at}`)
const definition = definitionOf([
  { kind: 'api', id: 'api', name: 'Shop' },
  { kind: 'resource', id: 'root', parent: null, pathPart: '' },
  { kind: 'resource', id: 'orders', parent: 'root', pathPart: 'orders' },
  ...routes.map((id): ApiRecord => ({ kind: 'method', id, resource: 'orders', httpMethod: 'GET' })),
  { kind: 'model', id: 'order', name: 'Order', schema: {} },
  { kind: 'model', id: 'error', name: 'Error', schema: {} },
  { kind: 'integration', id: 'backend', type: 'mock' },
  { kind: 'gatewayResponse', id: 'refusal', responseType: 'UNAUTHORIZED' },
])

const change = (record: string, affects: string[], also: string[] = []) =>
  ({ record, affects, also: also.map((each) => ({ record: each })) }) as unknown as ChangeView

test('a shared record that changed is drawn with edges from the routes that it touches', () => {
  const reach = reachOfChanges([change('order', ['route0', 'route1'])], definition)
  expect([...reach.kept]).toEqual([['order', ['route0', 'route1']]])
  expect(reach.routes.get('order')).toBe(2)
  expect([...reach.touched.keys()]).toEqual(['route0', 'route1'])
})

test('where too many routes use it, it says how many instead of having edges, and all of them are marked', () => {
  const reach = reachOfChanges([change('error', routes)], definition)
  expect(reach.kept.get('error')).toEqual([])
  expect(reach.routes.get('error')).toBe(30)
  expect(reach.touched.size).toBe(30)
})

test('what nobody leads to, and what came along, is drawn as well', () => {
  const reach = reachOfChanges([change('refusal', []), change('route0', ['route0'], ['order'])], definition)
  expect([...reach.kept]).toEqual([
    ['refusal', []],
    ['order', ['route0']],
  ])
})

test('an integration keeps the edges that it has, and is drawn wherever those that lead to it are hidden', () => {
  const reach = reachOfChanges([change('backend', ['route0'])], definition)
  expect(reach.kept.get('backend')).toEqual([])
  expect(reach.touched.get('route0')).toEqual(['backend'])
})

test('each route has the records whose changes touch it, however their lists overlap', () => {
  const changes = [
    change('order', ['route0', 'route1', 'route2']),
    change('error', ['route1', 'route2', 'route3']),
    change('backend', ['route2']),
    change('refusal', ['route0', 'route1', 'route2']),
  ]
  expect(Object.fromEntries(reachOfChanges(changes, definition).touched)).toEqual({
    route0: ['order', 'refusal'],
    route1: ['order', 'error', 'refusal'],
    route2: ['order', 'error', 'backend', 'refusal'],
    route3: ['error'],
  })
})

test('routes that the same changes touch have one array, and changes with one list take one look at it', () => {
  const models = Array.from({ length: 2000 }, (_, at) => `model${at}`)
  const users = Array.from({ length: 1000 }, (_, at) => `user${at}`)
  const many = definitionOf(models.map((id): ApiRecord => ({ kind: 'model', id, name: id, schema: {} })))
  let looks = 0
  const list = new Proxy(users, {
    get(target, key, receiver) {
      if (typeof key === 'string' && /^\d+$/.test(key)) looks++
      return Reflect.get(target, key, receiver) as unknown
    },
  })
  const { touched, routes } = reachOfChanges(
    models.map((id) => change(id, list)),
    many,
  )
  expect(touched.size).toBe(1000)
  expect(new Set(touched.values()).size).toBe(1)
  expect(touched.get('user0')).toEqual(models)
  expect(routes.size).toBe(2000)
  expect(looks).toBeLessThan(2 * users.length)
})

test('an edit of a route touches nothing beside it', () => {
  const reach = reachOfChanges([change('route0', ['route0'])], definition)
  expect([reach.kept.size, reach.routes.size, reach.touched.size]).toEqual([0, 0, 0])
})

test('a closed group counts the routes in it that are touched, each once', () => {
  const both = [change('order', ['route0', 'route1']), change('error', ['route1'])]
  const counts = holdersOfTouched(definition, reachOfChanges(both, definition))
  expect(counts.get('orders')).toBe(2)
  expect(counts.get('root')).toBe(2)
})

test('of very many changed shared records the one that is looked at is always drawn', () => {
  const many = Array.from({ length: 300 }, (_, at) => `model${at}`)
  const all = definitionOf(many.map((id): ApiRecord => ({ kind: 'model', id, name: id, schema: {} })))
  const changes = many.map((id) => change(id, []))
  const reach = reachOfChanges(changes, all)
  expect(reach.kept.has('model299')).toBe(false)
  expect(withLooked(reach, ['model299'], all).kept.has('model299')).toBe(true)
  // Looking at what is drawn already draws nothing anew.
  expect(withLooked(reach, ['model0'], all)).toBe(reach)
})
