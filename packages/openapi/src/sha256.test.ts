import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256 } from './sha256.ts'

test('is what the platform makes of the same text', () => {
  for (const text of ['', 'method\nGET /pets', 'ü'.repeat(200), 'x'.repeat(10_000)]) check(text)
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), check), { numRuns: 50 })
})

function check(text: string) {
  expect(Buffer.from(sha256(text)).toString('hex')).toBe(createHash('sha256').update(text).digest('hex'))
}
