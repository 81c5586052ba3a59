import { expect, test } from 'vitest'
import { parseRecord } from './index.ts'

test.each(['constructor', 'toString', '__proto__', 'unknown', ''])('%j is no kind of record', (kind) => {
  expect(() => parseRecord({ kind, id: 'x' })).toThrow(
    expect.objectContaining({ code: 'RECORD_INVALID', message: expect.stringContaining('unknown kind') }),
  )
})

test('a record that does not fit is refused by the name of the field', () => {
  expect(() => parseRecord({ kind: 'function', id: 'x', name: 1, code: '' })).toThrow(/name: /)
})
