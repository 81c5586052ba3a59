import { expect, it } from 'vitest'
import { breakingSentence, planSentence } from './plan-sentence.ts'

const plan = (summary: Partial<Parameters<typeof planSentence>[0]['summary']>) => ({
  stage: 'prod',
  base: null,
  draftHash: 'd',
  planHash: '9f2c77aa',
  summary: { breaking: 0, risky: 0, safe: 0, documentation: 0, total: 0, routes: 0, ...summary },
  changes: [],
  checks: [],
})

it('counts changes by verdict, and routes', () => {
  expect(planSentence(plan({ breaking: 1, risky: 2, safe: 4, total: 7, routes: 3 }))).toBe(
    '7 changes to prod: 1 breaking, 2 risky, 4 safe · 3 routes',
  )
})

it('leaves out what is zero and separates thousands', () => {
  expect(planSentence(plan({ safe: 1845, total: 1845 }))).toBe('1,845 changes to prod: 1,845 safe')
  expect(planSentence(plan({ documentation: 1, total: 1, routes: 1 }))).toBe(
    '1 change to prod: 1 documentation · 1 route',
  )
})

it('says when there is nothing to deploy', () => {
  expect(planSentence(plan({}))).toBe('Nothing to deploy to prod')
})

it('counts all that is deployed, with what breaks callers, acknowledged or not', () => {
  const changes = (...verdicts: string[]) => ({ changes: verdicts.map((verdict) => ({ verdict })) }) as never
  expect(breakingSentence(changes('breaking'))).toBe('1 breaking change')
  expect(breakingSentence(changes('breaking', 'breaking', 'safe'))).toBe('3 changes (2 breaking)')
})
