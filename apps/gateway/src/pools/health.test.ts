import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterCheck, assumedHealth, type Health } from './health.ts'

const rules = { healthy: 2, unhealthy: 3 }

/** `1` a check that goes well, `0` one that fails, a second apart. */
function checked(results: string, from: Health = assumedHealth(0)): Health {
  return results
    .split('')
    .reduce(
      (health, result, at) =>
        afterCheck(health, result === '1' ? null : 'answered 503', rules, 1_000 * (at + 1)),
      from,
    )
}

test('a target may be called until as many checks in a row failed as the threshold says', () => {
  expect(checked('').isHealthy).toBe(true)
  expect(checked('00').isHealthy).toBe(true)
  expect(checked('000')).toMatchObject({ isHealthy: false, since: 3_000, error: 'answered 503' })
})

test('a target comes back after as many checks in a row went well as the threshold says', () => {
  expect(checked('0001').isHealthy).toBe(false)
  expect(checked('00011')).toEqual({ isHealthy: true, since: 5_000, against: 0, error: null })
})

test('a check that says what is known begins the count anew', () => {
  expect(checked('001001').isHealthy).toBe(true)
  expect(checked('000101').isHealthy).toBe(false)
})

test('since when it is so changes only when it changes', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean()), (results) => {
      let health = assumedHealth(0)
      for (const [at, isWell] of results.entries()) {
        const next = afterCheck(health, isWell ? null : 'no', rules, at + 1)
        expect(next.since).toBe(next.isHealthy === health.isHealthy ? health.since : at + 1)
        health = next
      }
    }),
  )
})
