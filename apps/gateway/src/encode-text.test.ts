import { expect, it } from 'vitest'
import { encodeText } from './encode-text.ts'

it.each([
  ['a b/ü', 'a%20b%2F%C3%BC'],
  ['\u{1F600}', '%F0%9F%98%80'],
  ['half \uD83D of a pair', 'half%20%EF%BF%BD%20of%20a%20pair'],
])('encodes %j, whatever a caller can write in JSON', (text, encoded) => {
  expect(encodeText(text)).toBe(encoded)
})
