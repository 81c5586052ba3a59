import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import { newKeyValue } from './key-value.ts'

test('a value tells a scanner that it is one: by its prefix, and by the CRC-32 of its random part in base 62', () => {
  const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
  for (let time = 0; time < 100; time++) {
    const [, random = '', sum = ''] = /^psk_([0-9A-Za-z]{30})([0-9A-Za-z]{6})$/.exec(newKeyValue()) ?? []
    expect(Array.from(sum).reduce((number, digit) => number * 62 + digits.indexOf(digit), 0)).toBe(
      crc32(random),
    )
  }
})

test('no two values are the same', () => {
  expect(new Set(Array.from({ length: 1_000 }, newKeyValue)).size).toBe(1_000)
})
