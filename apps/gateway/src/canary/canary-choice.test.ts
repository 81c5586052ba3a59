import type { Sticky } from '@penstock/bundle'
import { expect, test } from 'vitest'
import { contextOf } from '../request-context.fixture.ts'
import { canaryChoice } from './canary-choice.ts'

const percents = [0, 0.1, 1, 12.5, 50, 99.9, 100]
const sticky: Sticky = { by: 'header', name: 'X-User' }
const callers = Array.from({ length: 20_000 }, (_, at) => contextOf({ headers: { 'x-user': `user-${at}` } }))

/** Which callers go to the canary. */
function chosen(percentTraffic: number, seed = 'dep_1') {
  const isFor = canaryChoice({ percentTraffic, sticky, seed })
  return new Set(callers.filter((caller) => isFor(caller)))
}

test('chance takes the percentage of requests, and none at 0 and all at 100', () => {
  const anybody = contextOf({})
  for (const percentTraffic of percents) {
    // Every ten-thousandth of what chance may be, once.
    let at = 0
    const isFor = canaryChoice({ percentTraffic, seed: '' }, () => at++ / 10_000)
    let taken = 0
    for (let i = 0; i < 10_000; i++) if (isFor(anybody)) taken++
    expect(taken).toBe(percentTraffic * 100)
  }
})

test('a caller stays on one side for as long as the percentage is the same', () => {
  expect(chosen(37.5)).toEqual(chosen(37.5))
})

test('of many callers about the percentage go, also where they differ in their last letter alone', () => {
  for (const percentTraffic of percents) {
    const share = (chosen(percentTraffic).size / callers.length) * 100
    // Five standard deviations of chance at most.
    const deviation = Math.sqrt((percentTraffic * (100 - percentTraffic)) / callers.length)
    expect(Math.abs(share - percentTraffic)).toBeLessThanOrEqual(5 * deviation)
  }
})

test('a higher percentage brings callers to the canary and takes none away', () => {
  let before = new Set<unknown>()
  for (const percentTraffic of percents) {
    const now: ReadonlySet<unknown> = chosen(percentTraffic)
    expect([...before].filter((caller) => !now.has(caller))).toEqual([])
    before = new Set(now)
  }
  expect(before.size).toBe(callers.length)
})

test('another canary is tried on other callers', () => {
  const other = chosen(10, 'dep_2')
  const both = [...chosen(10, 'dep_1')].filter((caller) => other.has(caller))
  expect(both.length / callers.length).toBeLessThan(0.02)
})

const told: readonly (readonly [string, Sticky, Record<string, string>, Record<string, string>])[] = [
  ['API key', { by: 'apiKey' }, { 'X-API-Key': 'one' }, { 'x-api-key': 'one', 'x-other': '2' }],
  ['header', { by: 'header', name: 'X-Tenant' }, { 'x-tenant': 'one' }, { 'X-TENANT': 'one', 'x-user': '2' }],
  ['cookie', { by: 'cookie', name: 'sid' }, { cookie: 'a=1; sid=one' }, { Cookie: 'sid=one;b=2' }],
]

test.each(told)(
  'requests with the same %s are of one caller, whatever else they have',
  (_, by, one, other) => {
    for (let percentTraffic = 5; percentTraffic < 100; percentTraffic += 5) {
      const isFor = canaryChoice({ percentTraffic, sticky: by, seed: 's' })
      expect(isFor(contextOf({ headers: one }))).toBe(isFor(contextOf({ headers: other })))
    }
  },
)

test.each(told)('whoever shows no %s is told apart by the address', (_, by, one) => {
  const differs = { one: false, none: false }
  for (let percentTraffic = 1; percentTraffic < 100; percentTraffic++) {
    const split = { percentTraffic, seed: 's' }
    const byAddress = canaryChoice({ ...split, sticky: { by: 'sourceAddress' } })(contextOf({}))
    const isFor = canaryChoice({ ...split, sticky: by })
    differs.none ||= isFor(contextOf({})) !== byAddress
    differs.one ||= isFor(contextOf({ headers: one })) !== byAddress
  }
  expect(differs).toEqual({ one: true, none: false })
})
