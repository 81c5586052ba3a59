import { expect, test } from 'vitest'
import { readableBytes } from './readable-bytes.ts'

const text = (bytes: string) => readableBytes({ text: bytes, encoding: 'text' })

test.each([
  ['HTTP/1.1 200 OK\r\nA: b\r\n\r\nhi', ['HTTP/1.1 200 OK', 'A: b', '', 'hi']],
  ['a\nb\r', ['a\\n', 'b\\r']],
  ['a\x00\x7f\tb é', ['a\\x00\\x7f\\tb é']],
  ['', ['']],
])('%j', (bytes, lines) => expect(text(bytes)).toEqual(lines))

test('what is no text is written in hexadecimal', () => {
  const bytes = Buffer.from('\x16\x03\x01hello TLS\xff\x00 and more', 'latin1').toString('base64')
  expect(readableBytes({ text: bytes, encoding: 'base64' })).toEqual([
    '16 03 01 68 65 6c 6c 6f 20 54 4c 53 ff 00 20 61  ···hello TLS·· a',
    '6e 64 20 6d 6f 72 65                             nd more',
  ])
})
