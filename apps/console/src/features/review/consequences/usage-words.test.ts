import { expect, test } from 'vitest'
import { clockText } from '../../../app/time-text.ts'
import { figure, monthColumn, type Usage, usageWords } from './usage-words.ts'

const now = Date.parse('2026-11-22T10:30:00Z')
const long = { since: '2026-10-01T00:00:00Z', isComplete: true }
const used = (requests: number, consumers = 0, isMore = false) => ({ requests, consumers, isMore })
const words = (
  day: Usage['day'],
  month: Usage['month'],
  recording: Parameters<typeof usageWords>[1] = long,
) => usageWords({ day, month }, recording, now)

test('requests and consumers of a day, and the requests of a month', () => {
  expect(words(used(1204, 3), used(31_200, 9))).toBe(
    '1,204 requests from 3 consumers in 24 h, 31.2\u00a0k in 30 d',
  )
  expect(words(used(1, 1), used(1, 1))).toBe('1 request from 1 consumer in 24 h, 1 in 30 d')
})

test('what was not used today but this month says who used it then', () => {
  expect(words(used(0), used(12, 2))).toBe('no requests in 24 h, 12 requests from 2 consumers in 30 d')
})

test('what was never used says for how long that is known', () => {
  expect(words(used(0), used(0))).toBe('no requests in 30 d')
  expect(words(used(0), used(0), { since: '2026-11-20T23:00:00Z', isComplete: true })).toBe(
    'no requests since 20\u00a0Nov',
  )
})

test('what is known since today says the time, over a column as well', () => {
  const since = '2026-11-22T10:05:00Z'
  const time = clockText(since)
  expect(words(used(0), used(0), { since, isComplete: true })).toBe(`no requests since ${time}`)
  expect(monthColumn({ since, isComplete: true }, now)).toBe(`Since ${time}`)
  expect(monthColumn({ since: '2026-11-20T23:00:00Z', isComplete: true }, now)).toBe('Since 20\u00a0Nov')
  expect(monthColumn(long, now)).toBe('30 d')
})

test('a stage that was never asked of is not one that nobody uses', () => {
  expect(words(used(0), used(0), { since: null, isComplete: true })).toBe('no telemetry yet')
})

test('what is less than the truth says so', () => {
  expect(words(used(5, 2), used(5, 2), { ...long, isComplete: false })).toMatch(/^at least 5 requests/)
  expect(words(used(900, 50, true), used(900, 50, true))).toContain('from more than 50 consumers')
  // Of nodes that tell no consumers.
  expect(words(used(9, 0, true), used(9, 0, true))).toBe('9 requests in 24 h, 9 in 30 d')
})

test('large figures are short', () => {
  expect([9999, 10_000, 1_234_567].map(figure)).toEqual(['9,999', '10\u00a0k', '1.2\u00a0M'])
})
