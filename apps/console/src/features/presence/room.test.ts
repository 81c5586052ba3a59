import type { Presence } from '@penstock/server'
import { expect, test } from 'vitest'
import { ManualClock } from '../../editor/testing.ts'
import { Room } from './room.ts'

const bob: Presence = { tab: 'b', user: { id: 'u-bob', name: 'Bob' }, selected: ['met_1'] }
const ada: Presence = { tab: 'a2', user: { id: 'u-ada', name: 'Ada' }, selected: [] }

async function setUp(present: readonly Presence[] = []) {
  const clock = new ManualClock()
  const shown: (readonly string[])[] = []
  let left = 0
  const transport = {
    list: async () => present,
    show: async (selected: readonly string[]) => void shown.push(selected),
    leave: async () => void left++,
  }
  const room = new Room('shop', 'mine', transport, clock)
  await room.enter()
  await clock.advance(0)
  return { clock, room, shown, left: () => left }
}

const names = (room: Room) => room.others().map(({ user }) => user.name)

test('whoever is there already is shown, by name, without this tab', async () => {
  const mine = { ...ada, tab: 'mine' }
  const { room } = await setUp([bob, ada, mine])
  expect(room.others()).toEqual([ada, bob])
})

test('a walk over the graph is told once, when it rests, and again with every beat', async () => {
  const { clock, room, shown } = await setUp()
  room.select(['a'])
  await clock.advance(100)
  room.select(['b'])
  await clock.advance(150)
  expect(shown).toEqual([[], ['b']])
  await clock.advance(20_000)
  expect(shown).toEqual([[], ['b'], ['b']])
})

test('others come, select and leave; those of another API are not listed', async () => {
  const { room } = await setUp()
  room.receive({ type: 'presence', slug: 'shop', presence: bob })
  room.receive({ type: 'presence', slug: 'other', presence: ada })
  room.receive({ type: 'presence', slug: 'shop', presence: { ...bob, selected: ['met_2'] } })
  expect(room.others()).toEqual([{ ...bob, selected: ['met_2'] }])
  room.receive({ type: 'absence', slug: 'shop', user: 'u-bob', tab: 'b' })
  expect(names(room)).toEqual([])
})

test('who falls silent is gone after two beats', async () => {
  const { clock, room } = await setUp([bob])
  await clock.advance(40_000)
  expect(names(room)).toEqual(['Bob'])
  await clock.advance(20_000)
  expect(names(room)).toEqual([])
})

test('leaving says goodbye and beats no more', async () => {
  const { clock, room, shown, left } = await setUp()
  room.leave()
  await clock.advance(60_000)
  expect(left()).toBe(1)
  expect(shown).toHaveLength(1)
})
