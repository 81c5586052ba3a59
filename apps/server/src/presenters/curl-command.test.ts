import { expect, test } from 'vitest'
import { curlCommand } from './curl-command.ts'

const url = 'http://127.0.0.1:9080/orders/prod/orders'

test('the plainest call is the plainest command', () => {
  expect(curlCommand({ method: 'GET', url, headers: {}, body: null })).toBe(`curl -i ${url}`)
  expect(curlCommand({ method: 'HEAD', url, headers: {}, body: null })).toBe(`curl -i -I ${url}`)
})

test('whatever the definition says stays one word of the command', () => {
  const call = {
    method: 'POST',
    url: `${url}?a=1&b=$(x)`,
    headers: { 'x-tenant': "it's" },
    body: '{"name":"`rm`"}',
  }
  expect(curlCommand(call)).toBe(
    `curl -i -X POST -H 'x-tenant: it'\\''s' --data-raw '{"name":"\`rm\`"}' '${url}?a=1&b=$(x)'`,
  )
})
