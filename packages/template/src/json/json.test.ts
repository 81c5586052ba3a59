import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toPlain } from '../values/plain.ts'
import { parseJson } from './parse.ts'
import { writeJson } from './write.ts'

test('what JSON.stringify writes is read as the same value and written as the same text', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value)
      const read = parseJson(text)
      expect(read).not.toBeUndefined()
      expect(writeJson(read ?? null)).toBe(text.replaceAll(/(?<=[[:,]|^)-0(?=[\],}]|$)/g, '0'))
      expect(JSON.stringify(toPlain(read ?? null))).toBe(JSON.stringify(JSON.parse(text)))
    }),
  )
})

test('text is JSON for us exactly when it is for JSON.parse, but for control characters in texts', () => {
  const piece = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '"',
    '\\',
    '1',
    '-',
    '.5',
    '01',
    'e9',
    'true',
    'null',
    ' ',
    '\\u00e9',
    'x',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join('')
      expect(parseJson(text) !== undefined).toBe(isJson(text))
    }),
    { numRuns: 2000 },
  )
})

test('numbers keep their text, keys their order', () => {
  const text = '{"2":12345678901234567890,"1":1.50,"x":-1E+2,"z":9007199254740993}'
  expect(writeJson(parseJson(text) ?? null)).toBe(text)
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
