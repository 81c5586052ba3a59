import { type ApiRecord, definitionOf } from '@penstock/model'
import { expect, it } from 'vitest'
import { OutlineSearch } from './outline-search.ts'
import { OutlineTree } from './outline-tree.ts'

const start: ApiRecord[] = [
  { kind: 'api', id: 'api', name: 'Shop' },
  { kind: 'resource', id: 'root', parent: null, pathPart: '' },
]

function found(records: readonly ApiRecord[], query: string): string[] {
  const search = new OutlineSearch(new OutlineTree(definitionOf([...start, ...records])))
  return search.find(query).map(({ method, title }) => [method, title].filter(Boolean).join(' '))
}

function path(pathPart: string, verbs: readonly ('GET' | 'DELETE')[], parent = 'root'): ApiRecord[] {
  const id = `res_${pathPart}`
  const methods = verbs.map((httpMethod) => ({
    kind: 'method' as const,
    id: `met_${pathPart}_${httpMethod}`,
    resource: id,
    httpMethod,
  }))
  return [{ kind: 'resource', id, parent, pathPart }, ...methods]
}

it('finds a path without a method', () => {
  expect(found(path('returns', []), 'returns')).toEqual(['/returns'])
})

it('shows a path right after its operations, before longer ones', () => {
  const records = [...path('orders', ['DELETE', 'GET']), ...path('items', ['GET'], 'res_orders')]
  expect(found(records, 'orders')).toEqual([
    'DELETE /orders',
    'GET /orders',
    '/orders',
    'GET /orders/items',
    '/orders/items',
  ])
})

it('shows a path also where more operations match than can be shown', () => {
  const many = Array.from({ length: 300 }, (_, at) => path(`orders-${at}`, ['GET', 'DELETE']))
  expect(found([...many.flat(), ...path('orders', [])], 'orders')[0]).toBe('/orders')
})

it('searches operations alone for a verb', () => {
  expect(found(path('orders', ['GET', 'DELETE']), 'get orders')).toEqual(['GET /orders'])
})
