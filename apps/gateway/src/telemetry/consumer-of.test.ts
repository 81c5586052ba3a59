import { getHeapStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { consumerSchema } from '@penstock/bundle'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contextOf } from '../request-context.fixture.ts'
import { callerOf } from './caller.ts'
import { createConsumers } from './consumer-of.ts'

const consumers = createConsumers('the gateway token')
const consumer = (headers: Record<string, string>, of = consumers) => of(callerOf(contextOf({ headers })))

/** Bytes that are reachable. */
function heapUsed(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return getHeapStatistics().used_heap_size
}

/** A JSON web token that nobody signed. */
function token(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `Bearer ${part({ alg: 'none' })}.${part(claims)}.signature`
}

test('the same key is the same consumer, from wherever and with whatever it is sent', () => {
  const first = consumer({ 'X-Api-Key': 'k1', 'User-Agent': 'curl/8' })
  expect(first).toEqual({ kind: 'key', id: expect.stringMatching(/^[\w-]{12}$/) as string })
  expect(consumer({ 'x-api-key': 'k1', authorization: 'Bearer x' })).toEqual(first)
  expect(consumer({ 'x-api-key': 'k2' })).not.toEqual(first)
})

test('a token that is new every hour stays the same consumer while it is of the same subject', () => {
  const [first, second] = [{ exp: 1 }, { exp: 2 }].map((more) =>
    consumer({ authorization: token({ iss: 'https://id', sub: 'ann', ...more }) }),
  )
  expect(first).toMatchObject({ kind: 'credential' })
  expect(second).toEqual(first)
  expect(consumer({ authorization: token({ iss: 'https://id', sub: 'bob' }) })).not.toEqual(first)
  expect(consumer({ authorization: token({ iss: 'https://other', sub: 'ann' }) })).not.toEqual(first)
})

test('a user of Basic stays the same with another password, an access key of Amazon with another signature', () => {
  const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` })
  expect(consumer(basic('ann:old'))).toEqual(consumer(basic('ann:new')))
  const signed = (signature: string) => ({
    authorization: `AWS4-HMAC-SHA256 Credential=AKID/20261122/eu/execute-api/aws4_request, Signature=${signature}`,
  })
  expect(consumer(signed('a'))).toEqual(consumer(signed('b')))
})

test('without a credential it is the address, and the program that called', () => {
  const curl = consumer({ 'user-agent': 'curl/8.5.0' })
  expect(curl).toMatchObject({ kind: 'address', client: 'curl' })
  expect(consumer({ 'user-agent': 'curl/7' })).toEqual(curl)
  expect(consumer({ 'user-agent': 'python-requests/2.31 x' })).toMatchObject({ client: 'python-requests' })
  expect(consumer({})).toEqual({ kind: 'address', id: expect.any(String) as string })
})

test('a long key or token is kept as a digest, and is the consumer that it would be if it were short', () => {
  const long = 'x'.repeat(30_000)
  const kept = callerOf(
    contextOf({ headers: { 'x-api-key': long, authorization: `Bearer ${long}`, 'user-agent': long } }),
  )
  expect(JSON.stringify(kept).length).toBeLessThan(300)
  expect(consumer({ 'x-api-key': long })).toEqual(consumer({ 'x-api-key': long }))
  expect(consumer({ 'x-api-key': long })).not.toEqual(consumer({ 'x-api-key': `${long}y` }))
  const ann = { iss: 'https://id', sub: 'ann' }
  expect(consumer({ authorization: token({ ...ann, groups: long }) })).toEqual(
    consumer({ authorization: token(ann) }),
  )
})

test('nothing that callers showed is remembered', () => {
  const of = createConsumers('the gateway token')
  const before = heapUsed()
  for (let i = 0; i < 8_000; i++)
    of({
      apiKey: `${i} ${'x'.repeat(2_000)}`,
      authorization: undefined,
      userAgent: undefined,
      address: '::1',
    })
  expect(heapUsed() - before).toBeLessThan(4 * 2 ** 20)
  // Still in use, and with it whatever it would hold.
  expect(consumer({ 'x-api-key': 'k' }, of)).toEqual(consumer({ 'x-api-key': 'k' }))
})

test('another gateway token gives other ids: nobody without it can try out addresses', () => {
  const other = createConsumers('another token')
  expect(consumer({ 'x-api-key': 'k' }, other).id).not.toBe(consumer({ 'x-api-key': 'k' }).id)
})

test('whatever is sent becomes a consumer that may be stored, and shows nothing of it', () => {
  const secret = fc.string({ minLength: 6 }).map((text) => `sk ${text}`)
  fc.assert(
    fc.property(
      secret,
      fc.option(secret),
      fc.constantFrom('', 'Bearer ', 'Basic '),
      (shown, agent, scheme) => {
        const sent: Record<string, string>[] = [{ 'x-api-key': shown }, { authorization: scheme + shown }]
        for (const headers of sent) {
          const found = consumer({ ...headers, ...(agent === null ? {} : { 'user-agent': agent }) })
          expect(consumerSchema.parse(found)).toEqual(found)
          expect(JSON.stringify(found)).not.toContain(shown)
        }
        expect(() =>
          consumerSchema.parse(consumer(agent === null ? {} : { 'user-agent': agent })),
        ).not.toThrow()
      },
    ),
  )
})
