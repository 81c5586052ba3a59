import { expect, test } from 'vitest'
import { desiredStateSchema } from './sync.ts'

const stage = {
  api: 'orders',
  stage: 'dev',
  bundle: 'b1',
  version: 1,
  deployment: 'dep_1',
  settings: { variables: {} },
}

test('a node follows a control plane that knows more than it', () => {
  expect(desiredStateSchema.parse({ revision: 1, stages: [stage], later: { any: 'thing' } })).toEqual({
    revision: 1,
    stages: [stage],
  })
})

test('a node serves no stage of which something is said that it does not know', () => {
  const guarded = { ...stage, admits: 'nobody' }
  expect(desiredStateSchema.safeParse({ revision: 1, stages: [guarded] }).success).toBe(false)
})
