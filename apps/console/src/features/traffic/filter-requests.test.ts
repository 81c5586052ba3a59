import type { RequestView } from '@penstock/server'
import { expect, it } from 'vitest'
import { filterRequests } from './filter-requests.ts'

const request = (id: string, overrides: Partial<RequestView>): RequestView => ({
  id,
  at: 0,
  api: 'orders',
  stage: 'prod',
  version: 1,
  method: 'GET',
  path: '/orders',
  route: null,
  status: 200,
  durationMs: 1,
  integrationMs: null,
  ...overrides,
})
const requests = [
  request('a', {}),
  request('b', {
    method: 'POST',
    status: 404,
    error: { code: 'ROUTE_NOT_FOUND', phase: 'route', cause: 'none' },
  }),
  request('c', { path: '/books/7', status: 502 }),
]
const ids = (filter: Parameters<typeof filterRequests>[1]) =>
  filterRequests(requests, filter).map(({ id }) => id)

it('finds by every word, in method, path, status, id or error code', () => {
  expect(ids({ q: 'get books' })).toEqual(['c'])
  expect(ids({ q: 'route_not' })).toEqual(['b'])
  expect(ids({})).toEqual(['a', 'b', 'c'])
})

it('finds by class of status', () => {
  expect(ids({ status: 'ok' })).toEqual(['a'])
  expect(ids({ status: 'client' })).toEqual(['b'])
  expect(ids({ status: 'server' })).toEqual(['c'])
})
