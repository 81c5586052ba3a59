import { expect, test } from 'vitest'
import { standing } from './request-states.ts'

const request = { state: 'approved', stale: null, objections: 0 } as const

test('a stale request is that before anything else, and one that somebody objects to is not just open', () => {
  expect(standing(request)).toEqual({ text: 'approved', tone: 'ok' })
  expect(standing({ ...request, stale: 'what is live has changed' }).text).toBe('stale')
  expect(standing({ ...request, state: 'open', objections: 1 }).text).toBe('changes asked for')
  expect(standing({ ...request, state: 'queued' }).text).toBe('next in line')
})
