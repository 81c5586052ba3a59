import { expect, test } from 'vitest'
import { GrowingBytes } from './growing-bytes.ts'

const of = (text: string) => Buffer.from(text, 'latin1')

test('is what was added, whatever the pieces, until it is taken', () => {
  const bytes = new GrowingBytes()
  for (const piece of ['a', 'bcd', '', 'e']) bytes.add(of(`-${piece}-`), 1, 1 + piece.length)
  expect([bytes.length, bytes.take().toString(), bytes.length, bytes.take().toString()]).toEqual([
    5,
    'abcde',
    0,
    '',
  ])
})

test('keeps nothing of the chunk it was given, and what was taken stays as it is', () => {
  const bytes = new GrowingBytes()
  const chunk = of('ab')
  bytes.add(chunk, 0, 2)
  chunk.fill('x')
  const taken = bytes.take()
  bytes.add(of('cd'), 0, 2)
  expect([taken.toString(), bytes.take().toString()]).toEqual(['ab', 'cd'])
})

test('what is put back comes before what is added, and is changed for nobody', () => {
  const bytes = new GrowingBytes()
  const whole = of('abcd')
  bytes.putBack(whole.subarray(0, 2))
  bytes.add(of('e'), 0, 1)
  expect([bytes.take().toString(), whole.toString()]).toEqual(['abe', 'abcd'])
})

test('65,536 pieces of one octet take two octets each at most', () => {
  const bytes = new GrowingBytes()
  for (let i = 0; i < 65_536; i++) bytes.add(of('x'), 0, 1)
  expect(bytes.take().buffer.byteLength).toBeLessThanOrEqual(2 * 65_536)
})
