import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyRecord, shuffledKeys } from './arbitrary.fixture.ts'
import { type ApiRecord, canonicalize, canonicalJson, type Method, sameRecord } from './index.ts'
import { hashRecord } from './snapshot.ts'

const method: Method = { kind: 'method', id: 'met_1', resource: 'res_1', httpMethod: 'GET' }

test('C1 a member that is undefined is not there', () => {
  expect(Object.keys(canonicalize({ ...method, summary: undefined }))).not.toContain('summary')
})

test('C2 a member that equals its default is not there, nor is an empty rest', () => {
  const spelled: Method = { ...method, authorizationType: 'NONE', apiKeyRequired: false, rest: {} }
  expect(canonicalize(spelled)).toEqual(method)
  expect(hashRecord(spelled)).toBe(hashRecord(method))
})

test("C3 the author's JSON stays as it is, empty lists and objects included", () => {
  const record: Method = { ...method, parameters: [], requestBody: { content: {} } }
  expect(canonicalize(record)).toBe(record)
  expect(sameRecord(record, method)).toBe(false)
})

test('C4 canonicalising twice is canonicalising once', () => {
  fc.assert(
    fc.property(anyRecord, (record) => {
      const once = canonicalize(record)
      expect(canonicalize(once)).toBe(once)
      expect(sameRecord(record, once)).toBe(true)
    }),
  )
})

test('C4 canonical JSON is JSON, and says the same', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

test('C4 the order of lists counts', () => {
  expect(sameRecord({ ...method, tags: ['a', 'b'] }, { ...method, tags: ['b', 'a'] })).toBe(false)
})

test('C4 C5 the content address is stable under key order', () => {
  fc.assert(
    fc.property(anyRecord, (record) => {
      const shuffled = shuffledKeys(record)
      expect(sameRecord(record, shuffled)).toBe(true)
      expect(hashRecord(shuffled)).toBe(hashRecord(record))
    }),
  )
})

test('C5 the id is not part of the content, everything else is', () => {
  expect(hashRecord({ ...method, id: 'met_2' })).toBe(hashRecord(method))
  expect(hashRecord({ ...method, summary: 'x' })).not.toBe(hashRecord(method))
  expect(hashRecord(method)).toMatch(/^[\w-]{43}$/)
})

test('C5 records that differ in meaning have different addresses', () => {
  fc.assert(
    fc.property(anyRecord, anyRecord, (a: ApiRecord, b: ApiRecord) => {
      expect(hashRecord(a) === hashRecord({ ...b, id: a.id })).toBe(sameRecord(a, { ...b, id: a.id }))
    }),
  )
})
