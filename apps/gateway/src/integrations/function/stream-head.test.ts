import fc from 'fast-check'
import { expect, test } from 'vitest'
import { StreamHead } from './stream-head.ts'

/** The head and the body of bytes that come in pieces, or what was thrown. */
function read(bytes: Buffer, cuts: readonly number[]): { json: string; body: Buffer } | null {
  const reader = new StreamHead()
  const places = [0, ...[...cuts].sort((a, b) => a - b), bytes.length]
  for (let i = 1; i < places.length; i++) {
    const piece = Buffer.from(bytes.subarray(places[i - 1], places[i]))
    const found = reader.add(piece)
    if (found !== null)
      return { json: found.json, body: Buffer.concat([found.body, bytes.subarray(places[i])]) }
    // Whose memory it is uses it again.
    piece.fill(0)
  }
  return null
}

test('head and body are told apart wherever the pieces are cut, whatever the body begins with', () => {
  fc.assert(
    fc.property(
      fc.json(),
      fc.nat({ max: 20 }),
      fc.uint8Array({ maxLength: 50 }),
      fc.array(fc.nat(), { maxLength: 10 }),
      (json, nuls, rest, cuts) => {
        const body = Buffer.concat([Buffer.alloc(nuls), rest])
        const bytes = Buffer.concat([Buffer.from(json), Buffer.alloc(8), body])
        const places = cuts.map((cut) => cut % (bytes.length + 1))
        expect(read(bytes, places)).toEqual({ json, body })
        expect(read(bytes.subarray(0, Buffer.byteLength(json) + 7), [])).toBeNull()
      },
    ),
  )
})

test('the head ends within 16 kB, with its delimiter', () => {
  const most = 16 * 1024
  const of = (length: number) => Buffer.concat([Buffer.alloc(length, ' '), Buffer.alloc(8)])
  expect(read(of(most - 8), [])?.json).toHaveLength(most - 8)
  expect(() => read(of(most - 7), [])).toThrow(/form of a proxy response/)
  // What has no end is not collected.
  expect(() => read(Buffer.alloc(most, ' '), [100, 8_000])).toThrow(/form of a proxy response/)
})
