import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  afterCall,
  type EjectionRules,
  goodStanding,
  isEjected,
  isOnTrial,
  type Standing,
} from './ejection.ts'

const inRow: EjectionRules = { failures: 3, forMs: 1_000, maxMs: 5_000 }
const byShare: EjectionRules = {
  ratio: { percent: 50, calls: 4, overMs: 1_000 },
  forMs: 1_000,
  maxMs: 5_000,
}
const always = () => true

/** `1` a call that goes well, `0` one that fails; a trial where the target is on trial. */
function called(calls: string, now: number, rules = inRow, from: Standing = goodStanding): Standing {
  return calls
    .split('')
    .reduce(
      (standing, call) =>
        afterCall(
          standing,
          { hasFailed: call === '0', isTrial: isOnTrial(standing, now) },
          rules,
          now,
          always,
        ),
      from,
    )
}

test('a target is left out after so many failures in a row, and not before', () => {
  expect(isEjected(called('00', 0), 0)).toBe(false)
  const out = called('000', 0)
  expect(isEjected(out, 999)).toBe(true)
  expect(isEjected(out, 1_000)).toBe(false)
})

test('a success between failures begins the count anew', () => {
  expect(isEjected(called('00100', 0), 0)).toBe(false)
})

test.each([
  ['000', false],
  ['0101', false],
  ['1010', true],
  ['11110', false],
  ['110110', false],
  ['1111000', false],
  ['11110000', true],
])('of calls %s within the window half fail: %j', (calls, isOut) => {
  expect(isEjected(called(calls, 0, byShare), 0)).toBe(isOut)
})

test('calls of the window before count no more', () => {
  const before = called('111', 0, byShare)
  expect(isEjected(called('000', 999, byShare, before), 999)).toBe(true)
  expect(isEjected(called('000', 1_000, byShare, before), 1_000)).toBe(false)
})

test('the time doubles with each trial that fails, up to the longest', () => {
  let standing = called('000', 0)
  const times: number[] = []
  for (let i = 0; i < 5; i++) {
    const now = standing.until
    standing = called('0', now, inRow, standing)
    times.push(standing.until - now)
  }
  expect(times).toEqual([2_000, 4_000, 5_000, 5_000, 5_000])
})

test('a trial that goes well forgets how often it was left out', () => {
  expect(called('1', 1_500, inRow, called('000', 0))).toEqual({ ...goodStanding, backSince: 1_500 })
})

test('while it is left out or on trial no call but the trial changes anything', () => {
  const out = called('000', 0)
  fc.assert(
    fc.property(fc.boolean(), fc.integer({ min: 0, max: 10_000 }), (hasFailed, now) => {
      expect(afterCall(out, { hasFailed, isTrial: false }, inRow, now, always)).toBe(out)
    }),
  )
})

test('one that may not be left out stands, and is left out at its next failure when it may', () => {
  const fail = { hasFailed: true, isTrial: false }
  let standing = called('00', 0)
  for (let i = 0; i < 5; i++) standing = afterCall(standing, fail, inRow, 0, () => false)
  expect(isEjected(standing, 0)).toBe(false)
  expect(isEjected(afterCall(standing, fail, inRow, 0, always), 0)).toBe(true)
})

test('whatever calls show, a target is out only after failures, and never longer than the longest time', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.boolean(), fc.nat(2_000))),
      fc.constantFrom(inRow, byShare),
      (calls, rules) => {
        let standing = goodStanding
        let now = 0
        for (const [hasFailed, pause] of calls) {
          now += pause
          const before = standing
          standing = afterCall(before, { hasFailed, isTrial: isOnTrial(before, now) }, rules, now, always)
          if (standing.until > before.until) expect(hasFailed).toBe(true)
          expect(standing.until - now).toBeLessThanOrEqual(rules.maxMs)
        }
      },
    ),
  )
})
