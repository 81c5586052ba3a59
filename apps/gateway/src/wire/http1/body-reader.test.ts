import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BodyReader } from './body-reader.ts'

/** What is read of the bytes, given in these pieces; null when they are refused. */
function readChunked(pieces: readonly string[]): { body: string; rest: string; isDone: boolean } | null {
  const reader = new BodyReader()
  reader.beginChunked()
  let body = ''
  let rest = ''
  const bodyPart = (chunk: Buffer, from: number, to: number) => {
    body += chunk.toString('latin1', from, to)
  }
  for (const piece of pieces) {
    const bytes = Buffer.from(piece, 'latin1')
    const at = reader.isDone ? 0 : reader.read(bytes, 0, bytes.length, { bodyPart })
    if (at < 0) return null
    rest += bytes.toString('latin1', at)
  }
  return { body, rest, isDone: reader.isDone }
}

const encoded = (parts: readonly string[]) =>
  `${parts.map((part) => `${part.length.toString(16)};x="a;\\"b";y;z=1\r\n${part}\r\n`).join('')}0\r\nT: v\r\n\r\n`

describe('a body in chunks', () => {
  test('is what was encoded, however it is cut, and what follows is left', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1, maxLength: 40, unit: 'binary-ascii' }), { maxLength: 5 }),
        fc.array(fc.nat(300), { maxLength: 20 }),
        (parts, cuts) => {
          const text = `${encoded(parts)}next`
          const places = [0, ...cuts.filter((cut) => cut < text.length).sort((a, b) => a - b), text.length]
          const pieces = places.slice(1).map((to, i) => text.slice(places[i], to))
          expect(readChunked(pieces)).toEqual({ body: parts.join(''), rest: 'next', isDone: true })
        },
      ),
    )
  })

  test.each([
    ['a size that is no number', 'g\r\n'],
    ['an empty size', '\r\n'],
    ['a size with a sign', '+1\r\na\r\n'],
    ['a size behind a blank', ' 1\r\na\r\n'],
    ['a size before a blank', '1 \r\na\r\n'],
    ['a size in another notation', '0x1\r\na\r\n'],
    ['a size that no number holds', `${'1'.repeat(14)}\r\n`],
    ['a bare line feed behind the size', '1\na\r\n'],
    ['a bare carriage return in an extension', '1;a\rb\r\na\r\n'],
    ['a bare line feed in an extension', '1;a\nb\r\na\r\n'],
    ['a control in an extension', '1;a=\x01\r\na\r\n'],
    ['a blank in an extension', '1;a= b\r\na\r\n'],
    ['a tab in an extension', '1;a=\tb\r\na\r\n'],
    ['an extension without a name', '1;\r\na\r\n'],
    ['an extension without a name before another', '1;;a\r\na\r\n'],
    ['a value that no sign announces', '1;a"b"\r\na\r\n'],
    ['an empty value', '1;a=\r\na\r\n'],
    ['an empty value before another', '1;a=;b\r\na\r\n'],
    ['two signs', '1;a==b\r\na\r\n'],
    ['two values', '1;a=b=c\r\na\r\n'],
    ['a value in and behind quotes', '1;a="b"c\r\na\r\n'],
    ['a value before and in quotes', '1;a=b"c"\r\na\r\n'],
    ['extensions without end', `1;${'a'.repeat(5000)}`],
    ['more than it said', '1\r\nab\r\n'],
    ['a bare line feed behind it', '1\r\na\n0\r\n\r\n'],
    ['a trailer without a colon', '0\r\nT\r\n\r\n'],
    ['a trailer that is folded', '0\r\nT: v\r\n w\r\n\r\n'],
    ['a trailer with a bare line feed', '0\r\nT: v\n\r\n'],
    ['trailers without end', `0\r\n${'T: v\r\n'.repeat(2000)}`],
  ])('with %s is refused', (_, text) => {
    expect(readChunked([text])).toBeNull()
    expect(readChunked(text.split(''))).toBeNull()
  })
})

test('a body of a given length ends there, whatever comes behind it', () => {
  const reader = new BodyReader()
  reader.beginLength(5)
  let body = ''
  const bodyPart = (chunk: Buffer, from: number, to: number) => {
    body += chunk.toString('latin1', from, to)
  }
  expect(reader.read(Buffer.from('hel'), 0, 3, { bodyPart })).toBe(3)
  expect(reader.isDone).toBe(false)
  expect(reader.read(Buffer.from('lonext'), 0, 6, { bodyPart })).toBe(2)
  expect([reader.isDone, body]).toEqual([true, 'hello'])
})
