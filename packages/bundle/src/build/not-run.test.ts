import type { ApiRecord } from '@penstock/model'
import { expect, test } from 'vitest'
import { checkBuild } from '../build.ts'
import { petApi } from './definition.fixture.ts'

const validator: ApiRecord = {
  kind: 'validator',
  id: 'val_1',
  name: 'all',
  validateRequestBody: true,
  validateRequestParameters: false,
}

test('a validator that a method names is said not to run; one that nobody names is not', () => {
  const codes = (named?: string) =>
    checkBuild(petApi({}, named ? { validator: named } : {}, validator)).map(({ code }) => code)
  expect(codes('val_1')).toEqual(['validation-not-run'])
  expect(codes()).toEqual([])
})

test('a mapping of HTTP APIs is reported where it stands', () => {
  const requestParameters = { 'append:header.x': 'y', 'integration.request.header.y': "'1'" }
  const integration = { type: 'http_proxy' as const, uri: 'http://a.example', requestParameters }
  expect(checkBuild(petApi(integration))).toMatchObject([
    {
      code: 'mapping-unsupported',
      location: { record: 'int_1', path: ['requestParameters', 'append:header.x'] },
    },
  ])
})
