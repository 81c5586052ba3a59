import type { JsonObject } from '@penstock/model'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyPatches, differences } from './residual.ts'

const json = fc.dictionary(fc.string({ maxLength: 3 }), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 4 })

test('what differs, put on top of what is written, gives the source', () => {
  fc.assert(
    fc.property(json, json, (source, written) => {
      const patched = applyPatches(
        written as JsonObject,
        differences(source as JsonObject, written as JsonObject),
      )
      expect(JSON.stringify(sorted(patched))).toBe(JSON.stringify(sorted(source)))
    }),
  )
})

test('equal values differ nowhere', () => {
  fc.assert(
    fc.property(json, (value) => {
      expect(differences(value as JsonObject, structuredClone(value) as JsonObject)).toEqual([])
    }),
  )
})

test('a patch does not touch its input, and is not applied where somebody has edited since', () => {
  const written = { a: { b: 1, c: [1, 2] } }
  const patches = differences({ a: { b: '1', c: [1, '2'] } }, written)
  expect(applyPatches(written, patches)).toEqual({ a: { b: '1', c: [1, '2'] } })
  expect(written).toEqual({ a: { b: 1, c: [1, 2] } })
  expect(applyPatches({ a: { b: 7, c: [1, 2] } }, patches)).toEqual({ a: { b: 7, c: [1, '2'] } })
  expect(applyPatches({}, patches)).toEqual({})
})

/** Members in one order at every depth, `__proto__` included. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? 0 : value
  if (Array.isArray(value)) return value.map(sorted)
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, entry]) => [key, sorted(entry)])
}
