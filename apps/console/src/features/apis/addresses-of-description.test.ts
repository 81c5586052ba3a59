import { expect, test } from 'vitest'
import { addressesOfDescription } from './addresses-of-description.ts'

test.each([
  ['{"openapi":"3.1.0","servers":[{"url":"https://a.test/v1/"},{"url":"/v1"}]}', ['https://a.test/v1']],
  [
    'openapi: 3.1.0\nservers:\n- url: https://a.test\n- url: http://b.test\npaths: {}',
    ['https://a.test', 'http://b.test'],
  ],
  [
    'servers:\n  - url: https://{region}.a.test\n    # ours\n    variables: {region: {default: eu}}\r\npaths:\r\n',
    ['https://eu.a.test'],
  ],
  [
    'swagger: "2.0"\nhost: pets.test\nbasePath: /v2\nschemes:\n  - http\n  - https\n',
    ['http://pets.test/v2', 'https://pets.test/v2'],
  ],
  ['{"swagger":"2.0","host":"pets.test"}', ['https://pets.test']],
])('the addresses of %j are %j', (document, addresses) => {
  expect(addressesOfDescription(document)).toEqual(addresses)
})

test.each([
  '',
  '{"servers":',
  '{"servers":3}',
  'servers: [',
  'servers:\n  - url: /v1',
  'paths:\n  servers:\n    - url: https://x.test',
])('%j names none', (document) => {
  expect(addressesOfDescription(document)).toEqual([])
})
