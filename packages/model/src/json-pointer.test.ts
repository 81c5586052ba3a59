import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fragmentToken, pointedAt, pointerToken } from './json-pointer.ts'

test('a name is what is read from its token, in plain text and in a fragment', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('~', '/', '0', '1', 'a', 'é', ' ', '#') }), (name) => {
      expect(pointerToken(name)).not.toContain('/')
      expect(fragmentToken(pointerToken(name))).toBe(name)
      expect(fragmentToken(encodeURIComponent(pointerToken(name)))).toBe(name)
    }),
  )
})

test('a stray % stands for itself', () => {
  expect(fragmentToken('100%~1h')).toBe('100%/h')
})

test('a pointer leads to what an object has itself, and nowhere else', () => {
  const root = { a: [{ 'b/c': 1 }] }
  expect(pointedAt(root, ['a', '0', 'b/c'])).toBe(1)
  expect(pointedAt(root, [])).toBe(root)
  for (const tokens of [['constructor'], ['a', '1'], ['a', 'length', 'x'], ['a', '0', 'b/c', 'd']])
    expect(pointedAt(root, tokens)).toBeUndefined()
})
