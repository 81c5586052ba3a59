import { expect, test } from 'vitest'
import { nearestName } from './nearest-name.ts'

const names = ['dev', 'staging', 'prod', '$default']

test.each([
  ['dve', 'dev'],
  ['DEV', 'dev'],
  ['prd', 'prod'],
  ['stagign', 'staging'],
  ['stage-ing', 'staging'],
  ['default', '$default'],
])('%s is probably %s', (wanted, meant) => expect(nearestName(wanted, names)).toBe(meant))

test.each(['live', 'q', 'production-eu'])('%s is none of them', (wanted) =>
  expect(nearestName(wanted, names)).toBeUndefined(),
)
