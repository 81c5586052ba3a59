import { expect, test } from 'vitest'
import { hasPath } from '../has-path.ts'
import { definitionOf, type ApiRecord } from '../records.ts'
import { chooseReading, readAddress } from './read-address.ts'

const known = { slug: 'orders', stages: ['prod', '$default'] }
const nowhere = () => false

test.each([
  ['/pets?x=1', '/pets?x=1', null],
  ['/pets#y', '/pets', null],
  ['/orders', '/orders', null],
  ['/orders/prod/pets?x=1', '/pets?x=1', 'prod'],
  ['/orders/prod', '/', 'prod'],
  ['/orders/production', '/orders/production', null],
  ['http://127.0.0.1:9080/orders/prod/pets?x=1#y', '/pets?x=1', 'prod'],
  ['http://127.0.0.1:9080/orders/prod', '/', 'prod'],
  ['http://127.0.0.1:9080/orders/pets', '/pets', '$default'],
  ['http://orders.gateway.localhost:9080/prod/pets', '/pets', 'prod'],
  ['http://orders.gateway.localhost:9080/pets', '/pets', '$default'],
  ['https://api.example.com/pets', '/pets', null],
  ['https://api.example.com', '/', null],
  ['http://127.0.0.1:9080/orders-2/prod/pets', '/orders-2/prod/pets', null],
])('%s is %s below its stage', (url, path, stage) => {
  expect(chooseReading(readAddress(url, known), nowhere)).toEqual({ path, stage })
})

test('an address of the API that names none of its stages is told from one that names no stage at all', () => {
  const of = (url: string) =>
    chooseReading(readAddress(url, { slug: 'orders', stages: ['preview'] }), nowhere)
  expect(of('http://127.0.0.1:9080/orders/prod/pets')).toBeNull()
  expect(of('http://127.0.0.1:9080/pets')).toEqual({ path: '/pets', stage: null })
  expect(of('https://orders.example.com/pets')).toEqual({ path: '/pets', stage: null })
})

test('where a resource is called like the API, its paths are what they say', () => {
  const records: ApiRecord[] = [
    { kind: 'resource', id: 'root', parent: null, pathPart: '' },
    { kind: 'resource', id: 'pets', parent: 'root', pathPart: 'pets' },
    { kind: 'resource', id: 'one', parent: 'pets', pathPart: '{id}' },
    { kind: 'resource', id: 'files', parent: 'root', pathPart: 'files' },
    { kind: 'resource', id: 'file', parent: 'files', pathPart: '{path+}' },
    { kind: 'method', id: 'list', resource: 'pets', httpMethod: 'GET' },
    { kind: 'method', id: 'get', resource: 'one', httpMethod: 'GET' },
    { kind: 'method', id: 'read', resource: 'file', httpMethod: 'GET' },
  ]
  const isThere = (path: string) => hasPath(definitionOf(records), path)
  const paths = ['/pets', '/pets/5?x=1', '/files/a/b', '/', '/files', '/pets/5/6']
  expect(paths.filter(isThere)).toEqual(['/pets', '/pets/5?x=1', '/files/a/b'])
  const of = (url: string) => chooseReading(readAddress(url, { slug: 'pets', stages: ['prod'] }), isThere)
  expect(of('/pets/5')).toEqual({ path: '/pets/5', stage: null })
  expect(of('/pets/prod/pets/5')).toEqual({ path: '/pets/5', stage: 'prod' })
  expect(of('/pets/prod')).toEqual({ path: '/pets/prod', stage: null })
  expect(of('https://api.example.com/pets/prod/pets/5')).toEqual({ path: '/pets/5', stage: 'prod' })
  expect(of('https://api.example.com/pets/5')).toMatchObject({ path: '/pets/5', stage: null })
  // Nothing of the API's is meant: the stage is mistyped.
  expect(of('https://api.example.com/pets/prd/pets/5')).toBeNull()
})
