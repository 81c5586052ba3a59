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
