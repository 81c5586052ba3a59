import type { BundleMessageRoute } from '@penstock/bundle'
import { expect, test } from 'vitest'
import { handBundle, testGateway } from '../testing.fixture.ts'
import { openSocket } from '../websocket/socket-client.fixture.ts'

test.each([
  ['an API key', { 'X-Api-Key': 'k1' }, 'key'],
  ['a credential', { Authorization: 'Bearer abc' }, 'credential'],
  ['neither', {}, 'address'],
])('a connection that is opened with %s and its messages are of one consumer', async (_, headers, kind) => {
  await using gateway = await testGateway()
  const route = (key: string): BundleMessageRoute => ({
    id: key,
    key,
    integration: 0,
    answers: key === '$default',
  })
  await gateway.deploy(
    handBundle(
      [],
      [
        {
          kind: 'function',
          function: 'hear',
          proxy: true,
          payloadFormatVersion: '1.0',
          timeoutMs: 5_000,
          responses: [],
        },
      ],
      {
        functions: [
          {
            name: 'hear',
            code: `exports.handler = async ({ headers }) => ({ statusCode: 200, body: JSON.stringify(headers ?? {}) })`,
            handler: 'handler',
            timeoutMs: 3_000,
            memoryMb: 128,
            environment: {},
          },
        ],
        api: { type: 'WEBSOCKET' },
        websocket: { selection: '$request.body.action', routes: [route('$connect'), route('$default')] },
      },
    ),
  )
  await using client = await openSocket(`${gateway.gateway.url}/orders/dev`, { headers })
  client.send('x')
  // What integrations see of a message stays as it is.
  expect(await client.next()).not.toMatch(/k1|abc/)
  const [opened, message] = await gateway.controlPlane.recorded(2)
  expect([opened?.path, message?.path]).toEqual(['$connect', '$default'])
  expect(opened?.consumer?.kind).toBe(kind)
  expect(message?.consumer).toEqual(opened?.consumer)
})
