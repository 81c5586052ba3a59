import { expect, test } from 'vitest'
import { readableBody, sizeOf } from './readable-body.ts'

test('JSON is indented; anything else stays as it came', () => {
  expect(readableBody({ body: '{"a":[1]}', bodyEncoding: 'text' })).toBe('{\n  "a": [\n    1\n  ]\n}')
  expect(readableBody({ body: '{"a":', bodyEncoding: 'text' })).toBe('{"a":')
  expect(readableBody({ body: '<p>', bodyEncoding: 'text' })).toBe('<p>')
  expect(readableBody({ body: 'AAE=', bodyEncoding: 'base64' })).toBeNull()
})

test('sizes count bytes, not characters', () => {
  expect(sizeOf({ body: 'ä', bodyEncoding: 'text' })).toBe('2 B')
  expect(sizeOf({ body: 'AAE=', bodyEncoding: 'base64' })).toBe('2 B')
  expect(sizeOf({ body: 'x'.repeat(1500), bodyEncoding: 'text' })).toBe('1.5 kB')
})
