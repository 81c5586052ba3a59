import { expect, test } from 'vitest'
import { OpenSessions } from './open-sessions.ts'

function session(slug: string, closed: string[] = []) {
  return {
    slug,
    isPaused: false,
    pause(): void {
      this.isPaused = true
    },
    resume(): void {
      this.isPaused = false
    },
    [Symbol.dispose]: () => void closed.push(slug),
  }
}

test('a session that was left is gone on with, once', () => {
  const sessions = new OpenSessions<ReturnType<typeof session>>()
  const rides = session('rides')
  sessions.keep(rides)
  expect(sessions.take('fares')).toBeNull()
  expect(sessions.take('rides')).toBe(rides)
  expect(sessions.take('rides')).toBeNull()
})

test('the session left longest ago is closed when there are too many', () => {
  const closed: string[] = []
  const sessions = new OpenSessions<ReturnType<typeof session>>()
  for (let at = 1; at <= 7; at++) sessions.keep(session(`api-${at}`, closed))
  expect(closed).toEqual(['api-1'])
  expect(sessions.take('api-1')).toBeNull()
  expect(sessions.take('api-2')).not.toBeNull()
})

test('a session is paused while it is left', () => {
  const sessions = new OpenSessions<ReturnType<typeof session>>()
  const rides = session('rides')
  sessions.keep(rides)
  expect(rides.isPaused).toBe(true)
  sessions.take('rides')
  expect(rides.isPaused).toBe(false)
})
