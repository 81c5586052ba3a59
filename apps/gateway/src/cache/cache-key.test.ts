import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contextOf } from '../request-context.fixture.ts'
import { compileCacheKey } from './cache-key.ts'

const resource = 'res_1'
const named = ['method.request.querystring.a', 'method.request.querystring.b', 'method.request.header.X-C']
const cache = { key: Object.fromEntries(named.map((name) => [name, name])) }
const key = compileCacheKey({ resource, cache }, true)

const value = fc.option(
  fc.oneof(fc.constantFrom('', 'a', '",null]', 'b'), fc.string({ unit: 'grapheme-ascii' })),
)
const request = fc.record({ a: value, b: value, c: value, other: value })
type Sent = typeof request extends fc.Arbitrary<infer T> ? T : never

function contextFor({ a, b, c, other }: Sent) {
  const query = new URLSearchParams()
  if (other !== null) query.append('other', other)
  if (b !== null) query.append('b', b)
  if (a !== null) query.append('a', a)
  const headers: Record<string, string> = { ...(c === null ? {} : { 'x-c': c }), 'x-other': other ?? '' }
  return contextOf({ target: `/x?${query.toString()}`, headers })
}

test('two requests have the same key just when all named parameters have the same values', () => {
  const sameNamed = (one: Sent, two: Sent) => one.a === two.a && one.b === two.b && one.c === two.c
  fc.assert(
    fc.property(request, request, (one, two) => {
      expect(key.of(contextFor(one)) === key.of(contextFor(two))).toBe(sameNamed(one, two))
    }),
    { numRuns: 500 },
  )
  fc.assert(
    fc.property(request, value, (one, other) => {
      expect(key.of(contextFor({ ...one, other }))).toBe(key.of(contextFor(one)))
    }),
  )
})

test('names of headers are the same in any casing, and other names are not', () => {
  const shown = (name: string) => compileCacheKey({ resource, cache: { key: { [name]: name } } }, false)
  const context = contextOf({ headers: { Authorization: 'Bearer 1' } })
  const upper = shown('method.request.header.AUTHORIZATION')
  expect(upper.of(context)).toBe(shown('method.request.header.authorization').of(context))
  expect(upper.separates('authorization')).toBe(true)
  expect(upper.separates('cookie')).toBe(false)
})

test('a parameter of the integration tells answers apart by what is mapped to it', () => {
  const mapped = { key: { 'integration.request.querystring.q': 'method.request.header.x-c' } }
  const ofMapped = compileCacheKey({ resource, cache: mapped }, false)
  const withHeader = (c: string) => ofMapped.of(contextOf({ target: '/x?q=1', headers: { 'x-c': c } }))
  expect(withHeader('1')).not.toBe(withHeader('2'))
})

test('resources share what is kept where they have one namespace, and not otherwise', () => {
  const shared = { namespace: 'pets', key: {} }
  const of = (id: string, said?: typeof shared) =>
    compileCacheKey({ resource: id, ...(said && { cache: said }) }, false).of(contextOf({}))
  expect(of('res_1', shared)).toBe(of('res_2', shared))
  expect(of('res_1')).not.toBe(of('res_2'))
})

test('methods never share what is kept', () => {
  expect(key.of(contextOf({ method: 'POST' }))).not.toBe(key.of(contextOf({ method: 'GET' })))
})
