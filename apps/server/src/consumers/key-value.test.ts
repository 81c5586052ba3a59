import { expect, test } from 'vitest'
import { looksLikeKeyValue, newKeyValue } from './key-value.ts'

test('a value tells by its prefix and checksum that it is one, and no other text does', () => {
  const value = newKeyValue()
  expect(value).toMatch(/^psk_[0-9A-Za-z]{36}$/)
  expect(looksLikeKeyValue(value)).toBe(true)
  const other = value[10] === 'a' ? 'b' : 'a'
  expect(looksLikeKeyValue(value.slice(0, 10) + other + value.slice(11))).toBe(false)
  expect(looksLikeKeyValue(value.slice(1))).toBe(false)
})

test('no two values are the same', () => {
  expect(new Set(Array.from({ length: 1_000 }, newKeyValue)).size).toBe(1_000)
})
