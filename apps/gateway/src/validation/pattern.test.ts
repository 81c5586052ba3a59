import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TooComplex } from './budget.ts'
import { patternOf } from './pattern.ts'

test.each([
  ['^(a+)+$', `${'a'.repeat(50_000)}b`],
  ['^(a|a)*$', `${'a'.repeat(50_000)}b`],
  ['^([a-zA-Z0-9]+\\s?)*$', `${'a'.repeat(50_000)}!`],
  ['(x+x+)+y', 'x'.repeat(50_000)],
  ['^\\w+@\\w+\\.\\w+$', `${'a'.repeat(50_000)}`],
])('%s takes no longer on a text that is made for it', (source, text) => {
  expect(patternOf(source).test(text)).toBe(false)
})

test.each([
  ['^[\\w-.]+$', 'a-.b', 'a b'],
  ['^\\d{3}-\\d{4}$', '123-4567', '1234567'],
  ['^(?=.*[A-Z])(?=.*\\d).{8,}$', 'Passw0rdPassw0rd', 'password'],
  ['^(\\w)\\1$', 'aa', 'ab'],
  ['^caf\\u00e9$', 'café', 'cafe'],
  ['^[^/]+/[^/]+$', 'a/b', 'a/b/c'],
  ['b', 'abc', 'xyz'],
])('%s finds %s and not %s', (source, found, not) => {
  const pattern = patternOf(source)
  expect([pattern.test(found), pattern.test(not)]).toEqual([true, false])
})

test('what only a search of all ways can tell is refused for texts that could take long', () => {
  expect(() => patternOf('^(?=(a+)+$)(a+)+$').test('a'.repeat(40))).toThrow(TooComplex)
})

test('both engines find the same', () => {
  const piece = fc.constantFrom('a', 'b', '[ab]', '.', '\\d', '(a|b)', '(ab)', '[^a]', '\\w')
  const quantifier = fc.constantFrom('', '*', '+', '?', '{2}', '{1,3}')
  const source = fc
    .array(fc.tuple(piece, quantifier), { minLength: 1, maxLength: 5 })
    .map((parts) => `^(${parts.flat().join('')})+$`)
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '1', ' '), maxLength: 12 })
  fc.assert(
    fc.property(source, text, (expression, subject) => {
      expect(patternOf(expression).test(subject)).toBe(new RegExp(expression).test(subject))
    }),
  )
})
