import type { InvalidateQueryFilters } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { LiveConnection } from './live.ts'

/** A connection whose server answers when it is told to, and what it made out of date so far. */
function connection() {
  const stale: (InvalidateQueryFilters | undefined)[] = []
  let options: { onStarted?: () => void } = {}
  const asked: { readonly recentMs?: number }[] = []
  const client = {
    live: {
      events: {
        subscribe: (input: object, given: object) => {
          asked.push(input)
          options = given
          return { unsubscribe: () => undefined }
        },
      },
    },
  }
  const live = new LiveConnection(client as never, {
    invalidateQueries: (filters?: InvalidateQueryFilters) => {
      stale.push(filters)
      return Promise.resolve()
    },
  })
  return {
    stale,
    /** What the server was asked for. */
    asked,
    /** Moves it to an API, and answers at once. */
    enter: (slug: string | null) => {
      live.open(slug)
      options.onStarted?.()
    },
    /** Moves it to an API, and hands out what answers. */
    ask: (slug: string | null) => {
      live.open(slug)
      const { onStarted } = options
      return () => onStarted?.()
    },
  }
}

test('what is known of an API that is entered for the first time is not asked for again', () => {
  const { stale, enter } = connection()
  for (const slug of [null, 'a', 'b']) enter(slug)
  expect(stale).toEqual([])
})

test('what happened while the screen was read is asked for: nobody else tells of it', () => {
  const { asked, enter } = connection()
  for (const slug of [null, 'a']) enter(slug)
  for (const { recentMs } of asked) expect(recentMs).toBeGreaterThanOrEqual(2_000)
})

test('everything is asked for again where an API was left and is entered again: nobody told of it meanwhile', () => {
  const { stale, enter } = connection()
  for (const slug of ['a', 'b', 'a']) enter(slug)
  expect(stale).toEqual([undefined])
  enter('b')
  expect(stale).toHaveLength(2)
})

test('an answer for an API that was left before it came says nothing', () => {
  const { stale, ask, enter } = connection()
  enter('a')
  const late = ask('b')
  enter('a')
  late()
  expect(stale).toHaveLength(1)
})
