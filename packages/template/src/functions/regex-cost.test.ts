import { expect, test } from 'vitest'
import { searchSteps } from './regex-cost.ts'

test.each([
  /(a+)+$/,
  /(a*)*b/,
  /(?:a|a)+$/,
  /(a|ab)*c/,
  /([a-z]|\d)+x/,
  /((a{1,2})b?)+c/,
  /(a?){40}a{40}/,
  /(.*)*/,
  /^(?:(a+)+)$/,
  /(x+x+)+y/,
  /([^a-z]*-)*x/,
  /([^,]*,?)*x/,
])('%s could take for ever', (regex) => {
  expect(searchSteps(regex)(1)).toBe(Number.POSITIVE_INFINITY)
})

test.each([/"/, /\s+/, /[^a-z0-9]+/i, /^\d{4}-\d{2}$/, /(ab|cd)e/, /^(?:.*)$/, /\u003c/])(
  '%s is linear',
  (regex) => {
    expect(searchSteps(regex)(1_000_000)).toBeLessThanOrEqual(2_000_000)
  },
)

test.each([
  [/^[^,]*,[^,]*,[^,]*,[^,]*,(.*)$/, 1],
  [/^([^,]*,)*$/, 1],
  [/a+$/, 2],
  [/\$\{(\w+)\}/, 2],
  [/(ab|cd)*x/, 2],
  [/^(?:.*a.*)$/, 2],
  [/^([^-]*)-([^-]*)-(.*)x/, 1],
  [/.*a.*b/, 3],
  [/(a+){3}b/, 4],
])('%s takes a power of %d', (regex, power) => {
  const steps = searchSteps(regex)
  expect(Math.round(Math.log10(steps(1e6) / steps(1e5)))).toBe(power)
})
