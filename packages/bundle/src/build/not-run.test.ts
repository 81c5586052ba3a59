import type { Api, ApiRecord } from '@penstock/model'
import { expect, test } from 'vitest'
import { checkBuild } from '../build.ts'
import { petApi } from './definition.fixture.ts'

test('a mapping of HTTP APIs that is not run is reported where it stands', () => {
  const requestParameters = {
    'append:header.via': 'y',
    'append:header.x': 'y',
    'integration.request.header.y': "'1'",
  }
  const integration = { type: 'http_proxy' as const, uri: 'http://a.example', requestParameters }
  expect(checkBuild(petApi(integration))).toMatchObject([
    {
      code: 'mapping-unsupported',
      location: { record: 'int_1', path: ['requestParameters', 'append:header.via'] },
    },
  ])
})

const validators: ApiRecord[] = ['a', 'b'].map((name) => ({
  kind: 'validator',
  id: `val_${name}`,
  name,
  validateRequestBody: true,
  validateRequestParameters: true,
}))
const api = (more: Partial<Api>): ApiRecord => ({ kind: 'api', id: 'api_1', name: 'pets', ...more })
const notRun = (more: Partial<Api>) =>
  checkBuild(petApi({}, { validator: 'val_a' }, api(more), ...validators)).filter(
    ({ code }) => code === 'validation-not-run',
  )

test.each<[string, Partial<Api>, string]>([
  [
    "Amazon's HTTP APIs",
    { type: 'HTTP', compatibility: 'aws' },
    "nothing is validated in Amazon's HTTP APIs.",
  ],
  [
    "Amazon's WebSocket APIs",
    { type: 'WEBSOCKET', compatibility: 'aws' },
    'nothing is validated in WebSocket APIs.',
  ],
  [
    'native WebSocket APIs',
    { type: 'WEBSOCKET', compatibility: 'native' },
    'nothing is validated in WebSocket APIs.',
  ],
])('%s: each validator is said to be kept and not run, once and where it stands', (_, more, why) => {
  expect(notRun(more)).toEqual(
    ['a', 'b'].map((name) => ({
      code: 'validation-not-run',
      severity: 'warning',
      message: `The validator "${name}" is kept and not run: ${why}`,
      location: { record: `val_${name}` },
    })),
  )
})

test.each<Partial<Api>>([
  { type: 'REST', compatibility: 'aws' },
  { type: 'REST', compatibility: 'native' },
  { type: 'HTTP', compatibility: 'native' },
])('where validators are run, nothing is said: %j', (more) => {
  expect(notRun(more)).toEqual([])
})
