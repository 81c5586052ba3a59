import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createLocalBus } from './bus.ts'
import type { Presence } from './event.ts'
import { createHub } from './hub.ts'
import { createRoster, presenceMs } from './roster.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function setUp() {
  let now = 0
  const hub = createHub(createLocalBus())
  const roster = createRoster(hub, { now: () => new Date(now) })
  const show = (tab: string, selected: string[] = [], slug = 'shop'): Presence => {
    const presence = { tab, user: { id: `u-${tab}`, name: tab }, selected }
    hub.publish({ type: 'presence', slug, presence })
    return presence
  }
  return { hub, roster, show, pass: (ms: number) => (now += ms) }
}

test('whoever comes later learns who is there, and what each selected last', () => {
  const { roster, show } = setUp()
  show('ada')
  const bob = show('bob')
  const ada = show('ada', ['met_1'])
  show('eve', [], 'another')
  expect(roster.of('shop')).toEqual([bob, ada])
})

test('a tab that its own user closed is gone at once, one that fell silent after a while', () => {
  const { hub, roster, show, pass } = setUp()
  show('ada')
  show('bob')
  hub.publish({ type: 'absence', slug: 'shop', user: 'u-eve', tab: 'ada' })
  hub.publish({ type: 'absence', slug: 'shop', user: 'u-bob', tab: 'bob' })
  expect(roster.of('shop').map(({ tab }) => tab)).toEqual(['ada'])
  pass(presenceMs + 1)
  expect(roster.of('shop')).toEqual([])
})

test('tabs that are made up without end do not fill the memory', () => {
  const { roster, show } = setUp()
  for (let i = 0; i < 1000; i++) show(`tab ${i}`)
  expect(roster.of('shop')).toHaveLength(200)
  expect(roster.of('shop').at(-1)?.tab).toBe('tab 999')
})

test('a tab that leaves is told to the others once, and only if they saw it', () => {
  const { hub, roster, show } = setUp()
  const heard: string[] = []
  hub.listen(({ type }) => heard.push(type))
  roster.left('shop', 'u-ada', 'ada')
  show('ada')
  roster.left('shop', 'u-ada', 'ada')
  roster.left('shop', 'u-ada', 'ada')
  expect(heard).toEqual(['presence', 'absence'])
})

test('what nobody asks about again is forgotten all the same', () => {
  const { hub, roster, show, pass } = setUp()
  const heard: string[] = []
  show('ada')
  pass(presenceMs + 1)
  vi.advanceTimersByTime(presenceMs)
  hub.listen(({ type }) => heard.push(type))
  roster.left('shop', 'u-ada', 'ada')
  expect(heard).toEqual([])
  roster[Symbol.dispose]()
  expect(vi.getTimerCount()).toBe(0)
})
