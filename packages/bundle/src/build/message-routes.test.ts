import { type ApiRecord, definitionOf } from '@penstock/model'
import { expect, test } from 'vitest'
import { buildBundle } from '../build.ts'
import { bundleHash, loadBundle } from '../load.ts'
import { bundleFormat } from '../schema.ts'
import { petApi } from './definition.fixture.ts'

const chat = (...more: ApiRecord[]) =>
  definitionOf([
    { kind: 'api', id: 'api_1', name: 'chat', type: 'WEBSOCKET' },
    { kind: 'integration', id: 'int_1', type: 'aws_proxy', function: 'fun_1', timeoutMs: 1000 },
    { kind: 'function', id: 'fun_1', name: 'join', code: '' },
    { kind: 'route', id: 'rou_join', routeKey: 'join', integration: 'int_1', routeResponse: true },
    { kind: 'route', id: 'rou_default', routeKey: '$default', integration: 'int_1' },
    ...more,
  ])

test('routes stand by their keys and share their integrations; what chooses them is written out', () => {
  const { bundle, bytes, hash, diagnostics } = buildBundle(chat())
  expect(bundle.websocket).toEqual({
    selection: '$request.body.action',
    routes: [
      { id: 'rou_default', key: '$default', integration: 0, answers: false },
      { id: 'rou_join', key: 'join', integration: 0, answers: true },
    ],
  })
  expect(bundle.integrations).toMatchObject([{ kind: 'function', function: 'join', proxy: true }])
  expect(diagnostics).toEqual([])
  expect(loadBundle(bytes, hash)).toEqual(bundle)
})

test('only a bundle with message routes is of the format that gateways from before them cannot read', () => {
  expect(buildBundle(chat()).bundle.format).toBe(2)
  expect(buildBundle(petApi({ type: 'mock' })).bundle.format).toBe(1)
  const newer = new TextEncoder().encode(
    JSON.stringify({ ...buildBundle(chat()).bundle, format: bundleFormat + 1, more: 1 }),
  )
  expect(() => loadBundle(newer, bundleHash(newer))).toThrow(
    expect.objectContaining({ code: 'BUNDLE_TOO_NEW' }),
  )
})

test('an API of another type has none', () => {
  expect(buildBundle(petApi({})).bundle).not.toHaveProperty('websocket')
})

test('a connection that asks for what is not checked is closed, and the author hears of it', () => {
  const asks: ApiRecord[] = [
    { kind: 'authorizer', id: 'aut_1', name: 'who', settings: { type: 'request' } },
    {
      kind: 'route',
      id: 'rou_connect',
      routeKey: '$connect',
      authorizationType: 'CUSTOM',
      authorizer: 'aut_1',
    },
  ]
  const { bundle, diagnostics } = buildBundle(chat(...asks))
  expect(bundle.websocket?.routes[0]).toMatchObject({
    key: '$connect',
    integration: null,
    refused: { responseType: 'AUTHORIZER_CONFIGURATION_ERROR' },
  })
  expect(diagnostics).toMatchObject([{ code: 'access-not-checked', location: { record: 'rou_connect' } }])
})

test('a mock from examples has nothing to say to a message', () => {
  const { bundle, diagnostics } = buildBundle(
    chat(
      { kind: 'integration', id: 'int_2', type: 'mock', fromExamples: true },
      { kind: 'route', id: 'rou_2', routeKey: 'leave', integration: 'int_2' },
    ),
  )
  expect(bundle.integrations[1]).toMatchObject({ kind: 'unsupported' })
  expect(diagnostics).toMatchObject([
    { code: 'integration-unsupported', location: { record: 'rou_2', path: ['integration'] } },
  ])
})
