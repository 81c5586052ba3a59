import { expect, test } from 'vitest'
import { showUse } from './show-use.ts'

const use = (requests: number, consumers: number, isMore = false) => ({ requests, consumers, isMore })

test('each change that touches routes is told with how much they were used', () => {
  const said = showUse({
    since: '2026-11-01T09:00:00.000Z',
    isComplete: true,
    changes: [
      { change: 'a', routes: 2, day: use(1204, 3), month: use(31_000, 50, true) },
      { change: 'b', routes: 1, day: use(0, 0), month: use(0, 0) },
      { change: 'words', routes: 0, day: use(0, 0), month: use(0, 0) },
    ],
  })
  expect([...said]).toEqual([
    [
      'a',
      '2 routes · 24 h: 1,204 requests from 3 consumers · 30 d: 31,000 requests from 50+ consumers · counted since 2026-11-01',
    ],
    ['b', '1 route · 24 h: no requests · 30 d: no requests · counted since 2026-11-01'],
  ])
})

test('a stage that nobody called yet says that nothing is known', () => {
  const changes = [{ change: 'a', routes: 1, day: use(0, 0), month: use(0, 0) }]
  expect([...showUse({ since: null, isComplete: true, changes }).values()]).toEqual([
    '1 route · no telemetry yet',
  ])
})
