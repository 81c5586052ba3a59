import type { ApiRecord, Integration, Method } from '@penstock/model'
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
      method: 'met_list',
      httpMethod: 'GET',
      path: '/pets',
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
