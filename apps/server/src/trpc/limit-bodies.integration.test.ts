import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp, testHost } from '../http/app.fixture.ts'

let server: TestApp
beforeAll(async () => {
  server = await testApp()
})
afterAll(() => server[Symbol.asyncDispose]())

/** A call with a body of about this many bytes. */
async function send(path: string, bytes: number, { token = '', chunked = false } = {}) {
  const text = JSON.stringify({ filler: 'x'.repeat(bytes) })
  const answer = await server.app.inject({
    method: 'POST',
    url: `/trpc/${path}`,
    headers: {
      host: testHost,
      'content-type': 'application/json',
      ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
    },
    payload: chunked ? Readable.from([text.slice(0, 9), text.slice(9)]) : text,
  })
  return answer.statusCode
}

test.each([false, true])('nobody sends more than signing in takes (chunked: %s)', async (chunked) => {
  expect(await send('session.signIn', 20_000, { chunked })).toBe(413)
  expect(await send('draft.save', 20_000, { chunked })).toBe(413)
  expect(await send('session.signIn', 10_000, { chunked })).toBe(400)
})

test('only calls that carry an API are large', async () => {
  const { token } = server
  expect(await send('apis.create', 2_000_000, { token })).toBe(413)
  expect(await send('apis.create', 2_000_000, { token, chunked: true })).toBe(413)
  expect(await send('draft.save', 2_000_000, { token })).toBe(400)
  // The comments of a whole API, or one text that does not come apart.
  expect(await send('draft.saveText', 5_000_000, { token })).toBe(400)
})
