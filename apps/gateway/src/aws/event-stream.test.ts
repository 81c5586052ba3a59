import { EventStreamCodec } from '@smithy/core/event-streams'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type EventMessage, EventStreamReader } from './event-stream.ts'

const codec = new EventStreamCodec(
  (bytes) => (typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString('utf8')),
  (text) => Buffer.from(text, 'utf8'),
)

type Message = Parameters<EventStreamCodec['encode']>[0]

const encode = (message: Message) => Buffer.from(codec.encode(message))
const event = (payload: string): Message => ({
  headers: { ':event-type': { type: 'string', value: 'PayloadChunk' } },
  body: Buffer.from(payload),
})

/** All that comes of a stream that is cut at these places. */
function read(stream: Buffer, cuts: readonly number[] = []): { headers: object; payload: string }[] {
  const reader = new EventStreamReader()
  const places = [0, ...[...cuts].sort((a, b) => a - b), stream.length]
  const messages: { headers: object; payload: string }[] = []
  const take = ({ headers, payload }: EventMessage) =>
    messages.push({
      headers: Object.fromEntries(headers),
      payload: Buffer.from(payload).toString('latin1'),
    })
  for (let i = 1; i < places.length; i++) {
    const piece = Buffer.from(stream.subarray(places[i - 1], places[i]))
    reader.add(piece).forEach(take)
    // Whose memory it is uses it again.
    piece.fill(0xff)
  }
  expect(reader.pending).toBe(0)
  return messages
}

describe("Amazon's published messages", () => {
  test.each([
    ['an empty one', '000000100000000005c248eb7d98c8ff', {}, ''],
    ['a payload alone', '0000001d00000000fd528c5a7b27666f6f273a27626172277dc3653936', {}, "{'foo':'bar'}"],
    [
      'a header of text',
      '0000003d0000002007fd83960c636f6e74656e742d747970650700106170706c69636174696f6e2f6a736f6e7b27666f6f273a27626172277d8d9c08b1',
      { 'content-type': 'application/json' },
      "{'foo':'bar'}",
    ],
    [
      'a header that is no text, which is passed over',
      '0000002d0000001041c424b80a6576656e742d74797065040000a00c7b27666f6f273a27626172277d36f480a0',
      {},
      "{'foo':'bar'}",
    ],
  ])('%s', (_, hex, headers, payload) => {
    expect(read(Buffer.from(hex, 'hex'))).toEqual([{ headers, payload }])
  })
})

const header = fc.oneof(
  fc.string({ maxLength: 50, unit: 'grapheme' }).map((value) => ({ type: 'string' as const, value })),
  fc.boolean().map((value) => ({ type: 'boolean' as const, value })),
  fc.integer({ min: -128, max: 127 }).map((value) => ({ type: 'byte' as const, value })),
  fc.integer({ min: -32_768, max: 32_767 }).map((value) => ({ type: 'short' as const, value })),
  fc.integer().map((value) => ({ type: 'integer' as const, value })),
  fc.uint8Array({ maxLength: 30 }).map((value) => ({ type: 'binary' as const, value })),
  fc.date({ noInvalidDate: true }).map((value) => ({ type: 'timestamp' as const, value })),
  fc.uuid().map((value) => ({ type: 'uuid' as const, value })),
)
const name = fc
  .string({ minLength: 1, maxLength: 30, unit: 'grapheme-ascii' })
  .filter((text) => text !== '__proto__')
const message = fc.record({
  headers: fc.dictionary(name, header, { maxKeys: 5 }),
  body: fc.uint8Array({ maxLength: 300 }),
})

test("what Amazon's own code writes is read as it was written, wherever it is cut", () => {
  fc.assert(
    fc.property(
      fc.array(message, { maxLength: 4 }),
      fc.array(fc.nat(), { maxLength: 12 }),
      (messages, cuts) => {
        const stream = Buffer.concat(messages.map((one) => encode(one as Message)))
        const expected = messages.map(({ headers, body }) => ({
          headers: Object.fromEntries(
            Object.entries(headers).flatMap(([key, { type, value }]) =>
              type === 'string' ? [[key, value]] : [],
            ),
          ),
          payload: Buffer.from(body).toString('latin1'),
        }))
        expect(
          read(
            stream,
            cuts.map((cut) => cut % (stream.length + 1)),
          ),
        ).toEqual(expected)
      },
    ),
  )
})

test('a stream is read byte by byte as at once', () => {
  const stream = Buffer.concat(['', 'a', 'b'.repeat(500)].map((payload) => encode(event(payload))))
  const everywhere = Array.from({ length: stream.length }, (_, at) => at)
  expect(read(stream, everywhere)).toEqual(read(stream))
})

test('no byte can be another one', () => {
  const stream = encode(event('payload'))
  for (let at = 0; at < stream.length; at++) {
    const broken = Buffer.from(stream)
    broken[at] = (broken[at] ?? 0) ^ 0x20
    expect(() => new EventStreamReader().add(broken), `at ${at}`).toThrow(/checksum/)
  }
})

describe('refused though its checksums are right: a message', () => {
  test.each<[string, number, number, RegExp]>([
    ['shorter than one can be', 15, 0, /15 bytes/],
    ['longer than one may be', 0x7fff_ffff, 0, /2147483647 bytes/],
    ['with headers longer than itself', 40, 25, /headers have 25/],
    ['with headers longer than they may be', 1024 * 1024, 128 * 1024 + 1, /headers have 131073/],
  ])('%s', (_, total, headers, reason) => {
    expect(() => new EventStreamReader().add(prelude(total, headers))).toThrow(reason)
  })

  test.each<[string, string, RegExp]>([
    ['with a header longer than all', '05abcd', /longer/],
    ['with a header whose value ends early', '01610700ff78', /longer/],
    ['with a header without a name', '0004', /type/],
    ['with a header of a type that is none', '01610a', /type 10/],
  ])('%s', (_, hex, reason) => {
    const headers = Buffer.from(hex, 'hex')
    const whole = Buffer.concat([prelude(headers.length + 16, headers.length), headers])
    expect(() => new EventStreamReader().add(Buffer.concat([whole, checksum(whole)]))).toThrow(reason)
  })
})

function prelude(total: number, headers: number): Buffer {
  const lengths = Buffer.alloc(8)
  lengths.writeUInt32BE(total, 0)
  lengths.writeUInt32BE(headers, 4)
  return Buffer.concat([lengths, checksum(lengths)])
}

/** CRC-32 as RFC 1952 §8 has it, bit by bit. */
function checksum(bytes: Buffer): Buffer {
  let crc = 0xffff_ffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb8_8320 : crc >>> 1
  }
  const out = Buffer.alloc(4)
  out.writeUInt32BE((crc ^ 0xffff_ffff) >>> 0)
  return out
}
