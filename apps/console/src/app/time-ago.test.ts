import { expect, it } from 'vitest'
import { timeAgo } from './time-ago.ts'

const now = Date.parse('2026-01-10T12:00:00Z')

it.each([
  ['2026-01-10T11:59:40Z', 'just now'],
  ['2026-01-10T11:57:00Z', '3 min ago'],
  ['2026-01-10T10:00:00Z', '2 h ago'],
  ['2026-01-09T11:00:00Z', '1 d ago'],
])('says how long ago %s was', (at, text) => {
  expect(timeAgo(at, now)).toBe(text)
})
