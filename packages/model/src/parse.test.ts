import { expect, test } from 'vitest'
import { checkRecordId, parseRecord } from './index.ts'

test.each(['constructor', 'toString', '__proto__', 'unknown', ''])('%j is no kind of record', (kind) => {
  expect(() => parseRecord({ kind, id: 'x' })).toThrow(
    expect.objectContaining({ code: 'RECORD_INVALID', message: expect.stringContaining('unknown kind') }),
  )
})

test('a record that does not fit is refused by the name of the field', () => {
  expect(() => parseRecord({ kind: 'function', id: 'x', name: 1, code: '' })).toThrow(/name: /)
})

test('an id is as long as a line of a manifest may hold, and says so when it is not', () => {
  expect(parseRecord({ kind: 'function', id: 'a'.repeat(128), name: 'f', code: '' })).toBeDefined()
  for (const id of ['', 'a b', 'a\n', 'a'.repeat(129)]) expect(() => checkRecordId(id)).toThrow(/128/)
})
