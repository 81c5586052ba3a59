import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createAnnouncer } from './announcer.ts'
import type { LiveEvent } from './event.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const requests = (slug: string) => ({ type: 'requests', slug }) as const

test('the first is told at once, the last never lost, and between two of the same lies a second', () => {
  const told: [number, LiveEvent][] = []
  const begin = Date.now()
  using announcer = createAnnouncer((event) => void told.push([Date.now() - begin, event]), 1000)
  for (let ms = 0; ms < 2500; ms += 100) {
    announcer.announce(requests('a'))
    vi.advanceTimersByTime(100)
  }
  vi.advanceTimersByTime(5000)
  expect(told.map(([at]) => at)).toEqual([0, 1000, 2000, 3000])
  announcer.announce(requests('a'))
  expect(told.at(-1)?.[0]).toBe(7500)
})

test('one API\u2019s requests do not hold back those of another', () => {
  const told: LiveEvent[] = []
  using announcer = createAnnouncer((event) => void told.push(event), 1000)
  announcer.announce(requests('a'))
  announcer.announce(requests('b'))
  expect(told).toEqual([requests('a'), requests('b')])
})

test('nothing is told any more once it is disposed of', () => {
  const told: LiveEvent[] = []
  const announcer = createAnnouncer((event) => void told.push(event), 1000)
  announcer.announce(requests('a'))
  announcer.announce(requests('a'))
  announcer[Symbol.dispose]()
  vi.advanceTimersByTime(5000)
  expect(told).toHaveLength(1)
})
