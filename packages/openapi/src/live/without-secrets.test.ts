import { expect, test } from 'vitest'
import { partWithoutSecrets } from './without-secrets.ts'

test.each([
  ['/x-penstock/records/fun_1/environment', 'environment:\n  KEY: hunter2\n'],
  ['/x-penstock/records/fun_1/environment/KEY', 'KEY: hunter2\n'],
  ['/x-penstock/records/fun_1/timeoutMs', 'timeoutMs: 500 # hunter2\n'],
  ['/x-penstock/other/records', 'records:\n  fun_1: {environment: {KEY: hunter2}}\n'],
])('nothing is kept of a place below a member of ours: %s', (place, text) => {
  expect(partWithoutSecrets({ place, text })).toBeUndefined()
})

test.each([
  ['/x-penstock', '# Ours.\nx-penstock:\n'],
  ['/x-penstock/records', 'records: # all\n'],
  ['/x-penstock/other', 'other: 1 # one\n'],
  ['/x-penstock/records/fun_1', '# Ours.\nfun_1:\n  kind: function\n'],
  ['/paths/~1pets', '# All animals.\n/pets: {}\n'],
])('a member that says no secrets is kept as it is written: %s', (place, text) => {
  const part = { place, text }
  expect(partWithoutSecrets(part)).toBe(part)
})
