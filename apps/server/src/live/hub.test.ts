import { expect, test } from 'vitest'
import { createLocalBus } from './bus.ts'
import type { LiveEvent, LiveMessage } from './event.ts'
import { createHub } from './hub.ts'

async function take(stream: AsyncIterable<LiveMessage>, count: number) {
  const taken: LiveMessage[] = []
  if (count > 0) {
    for await (const message of stream) {
      taken.push(message)
      if (taken.length === count) break
    }
  }
  return taken
}

const stages = (slug: string) => ({ type: 'stages', slug }) as const

test('a subscriber hears of its API and of what concerns all, in order, from the moment it subscribed', async () => {
  const hub = createHub(createLocalBus())
  const stream = hub.subscribe({ slug: 'a' })
  hub.publish(stages('a'))
  hub.publish(stages('b'))
  hub.publish({ type: 'apis' })
  expect((await take(stream, 2)).map(({ event }) => event)).toEqual([stages('a'), { type: 'apis' }])
})

test('a stream that is opened again goes on after the last message', async () => {
  const hub = createHub(createLocalBus())
  const [first] = await take(
    (() => {
      const stream = hub.subscribe({ slug: 'a' })
      hub.publish(stages('a'))
      return stream
    })(),
    1,
  )
  hub.publish({ type: 'nodes' })
  hub.publish(stages('a'))
  const again = await take(hub.subscribe({ slug: 'a', after: first!.id }), 2)
  expect(again.map(({ event }) => event)).toEqual([{ type: 'nodes' }, stages('a')])
})

test('who is where is told and not remembered: it pushes nothing out, and a stream goes on as if it had not been', async () => {
  const hub = createHub(createLocalBus())
  const presence = { tab: 't', user: { id: 'u', name: 'Ada' }, selected: [] }
  const stream = hub.subscribe({ slug: 'a' })
  hub.publish(stages('a'))
  for (let i = 0; i < 50; i++) hub.publish({ type: 'presence', slug: 'a', presence })
  const heard = await take(stream, 51)
  expect(heard.at(-1)?.event.type).toBe('presence')
  hub.publish({ type: 'nodes' })
  const again = await take(hub.subscribe({ slug: 'a', after: heard.at(-1)!.id }), 1)
  expect(again.map(({ event }) => event)).toEqual([{ type: 'nodes' }])
})

test('whoever read before it subscribed hears what happened between the two, and nothing older', async () => {
  let now = 0
  const hub = createHub(createLocalBus(), () => now)
  hub.publish(stages('a'))
  now = 10_000
  hub.publish({ type: 'requests', slug: 'a' })
  hub.publish({ type: 'requests', slug: 'b' })
  now = 11_000
  const stream = hub.subscribe({ slug: 'a', recentMs: 2_000 })
  hub.publish({ type: 'nodes' })
  const heard = await take(stream, 2)
  expect(heard.map(({ event }) => event)).toEqual([{ type: 'requests', slug: 'a' }, { type: 'nodes' }])
})

test('what happened between the two and is forgotten leads to a reset', async () => {
  let now = 0
  const hub = createHub(createLocalBus(), () => now)
  for (let i = 0; i < 1_500; i++) hub.publish({ type: 'nodes' })
  now = 1_000
  const [first] = await take(hub.subscribe({ slug: 'a', recentMs: 2_000 }), 1)
  expect(first?.event).toEqual({ type: 'reset' })
  now = 10_000
  hub.publish(stages('a'))
  const [later] = await take(hub.subscribe({ slug: 'a', recentMs: 2_000 }), 1)
  expect(later?.event).toEqual(stages('a'))
})

test('a message that nobody remembers leads to a reset', async () => {
  const hub = createHub(createLocalBus())
  const [message] = await take(hub.subscribe({ slug: 'a', after: 'another-9' }), 1)
  expect(message?.event).toEqual({ type: 'reset' })
})

const saved = (description: string): LiveEvent => ({
  type: 'records',
  slug: 'a',
  version: 2,
  changeId: 'c',
  by: 'ada',
  diff: {
    added: [],
    updated: [{ record: { kind: 'api', id: 'api', name: 'A', description }, revision: 2 }],
    removed: [],
  },
})

test('a change of much text is told as a reset to those who look at that API', async () => {
  const hub = createHub(createLocalBus())
  const [stream, other] = [hub.subscribe({ slug: 'a' }), hub.subscribe({ slug: 'b' })]
  hub.publish(saved('x'.repeat(100_000)))
  hub.publish(stages('b'))
  expect((await take(stream, 1)).map(({ event }) => event)).toEqual([{ type: 'reset', slug: 'a' }])
  expect((await take(other, 1)).map(({ event }) => event)).toEqual([stages('b')])
})

test('what is remembered is bounded in text as well as in number', async () => {
  const hub = createHub(createLocalBus())
  const stream = hub.subscribe({ slug: 'a' })
  for (let i = 0; i < 300; i++) hub.publish(saved('x'.repeat(90_000)))
  const messages = await take(stream, 300)
  const after = (at: number) => take(hub.subscribe({ slug: 'a', after: messages[at]!.id }), 1)
  expect((await after(298))[0]).toEqual(messages[299])
  expect((await after(10))[0]?.event).toEqual({ type: 'reset' })
})

test('a stream ends when its reader goes away', async () => {
  const hub = createHub(createLocalBus())
  const stop = new AbortController()
  const ended = take(hub.subscribe({ slug: 'a', signal: stop.signal }), 1)
  stop.abort()
  expect(await ended).toEqual([])
})
