import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RawHeaders } from '../headers.ts'
import { HeaderBlock } from './http1/header-block.ts'
import { PassingLines } from './http1/passing-lines.ts'
import { HeaderLines, withPassed } from './header-lines.ts'
import { NameSet } from './name-set.ts'

const names = [
  'Accept',
  'ACCEPT',
  'x-a',
  'X-A',
  'X-B',
  'Date',
  'connection',
  'Keep-Alive',
  'Via',
  'x-Via',
  'X-Date',
]
const name = fc.constantFrom(...names)
const value = fc.constantFrom('', 'a', 'a, b', 'two  words', 'ü')
const line = fc.tuple(name, value)

type Change = (headers: HeaderLines) => unknown
const change: fc.Arbitrary<Change> = fc.oneof(
  name.map(
    (named): Change =>
      (headers) =>
        headers.remove(named),
  ),
  fc.subarray(names).map((some): Change => {
    const set = new NameSet(some.map((one) => one.toLowerCase()))
    return (headers) => headers.removeAll(set)
  }),
  line.map(
    ([named, text]): Change =>
      (headers) =>
        headers.set(named, text),
  ),
  line.map(
    ([named, text]): Change =>
      (headers) =>
        headers.add(named, text),
  ),
  name.map(
    (named): Change =>
      (headers) =>
        headers.take(named),
  ),
  name.map(
    (named): Change =>
      (headers) =>
        headers.prefixAll(new NameSet([named.toLowerCase()]), 'x-'),
  ),
  name.map(
    (named): Change =>
      (headers) =>
        headers.all(named),
  ),
  name.map(
    (named): Change =>
      (headers) =>
        headers.first(named),
  ),
  name.map(
    (named): Change =>
      (headers) =>
        headers.has(named),
  ),
)

function headText(lines: readonly (readonly [string, string])[]): string {
  return `${lines.map(([named, text]) => `${named}: ${text} \r\n`).join('')}\r\n`
}

/** The lines of a head as they stand in its text. */
function inPlace(lines: readonly (readonly [string, string])[]): HeaderLines {
  const block = new HeaderBlock()
  const text = headText(lines)
  expect(block.scan(text, 0)).toBe(text.length)
  return new HeaderLines([], new PassingLines(block).begin())
}

const sorted = (headers: RawHeaders) =>
  Array.from({ length: headers.length / 2 }, (_, i) => `${headers[2 * i]}: ${headers[2 * i + 1]}`).sort()

describe('header lines', () => {
  test('that stand in their head answer and change as names and values do', () => {
    const isLike = fc.property(
      fc.array(line, { maxLength: 12 }),
      fc.array(change, { maxLength: 8 }),
      (lines, changes) => {
        const [placed, split] = [inPlace(lines), new HeaderLines(lines.flat())]
        for (const make of changes) expect(make(placed)).toEqual(make(split))
        expect(placed.raw()).toEqual(split.raw())
        const passed = placed.passed()
        expect(sorted(withPassed(placed.added, passed))).toEqual(sorted(split.raw()))
        expect(passed).not.toMatch(/^(date|connection|keep-alive|content-length|transfer-encoding):/im)
      },
    )
    fc.assert(isLike, { numRuns: 500 })
  })

  test('that pass are the octets that came, in their order', () => {
    const headers = inPlace([
      ['X-A', '1'],
      ['Date', 'now'],
      ['x-b', 'two  words'],
      ['X-C', '3'],
    ])
    headers.remove('x-c')
    expect(headers.passed()).toBe('X-A: 1 \r\nx-b: two  words \r\n')
    expect(headers.added).toEqual(['Date', 'now'])
  })

  test('are never those of another message: once another head is read, or they were asked for anew, they are gone', () => {
    const block = new HeaderBlock()
    const lines = new PassingLines(block)
    block.scan('A: 1\r\n\r\n', 0)
    const first = new HeaderLines([], lines.begin())
    const second = new HeaderLines([], lines.begin())
    expect(() => first.first('a')).toThrow('gone')
    expect(second.first('a')).toBe('1')
    block.scan('A: 2\r\n\r\n', 0)
    expect(() => second.first('a')).toThrow('gone')
    const third = new HeaderLines([], lines.begin())
    expect(() => second.passed()).toThrow('gone')
    expect(third.passed()).toBe('A: 2\r\n')
  })
})
