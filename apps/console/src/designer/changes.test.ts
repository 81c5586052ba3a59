import type { PlanView } from '@penstock/server'
import { expect, it } from 'vitest'
import { changesOfPlan } from './changes.ts'

const change = (record: string, action: 'added' | 'changed', also: PlanView['changes'][number]['also']) => ({
  id: record,
  record,
  kind: 'method' as const,
  action,
  title: record,
  verdict: 'safe' as const,
  findings: [],
  fields: [],
  also,
  affects: [],
})

it('marks what came along by what became of it: a new upstream is new, not changed', () => {
  const also = (record: string, action: 'added' | 'changed' | 'removed') => ({
    record,
    kind: 'upstream' as const,
    action,
    name: record,
  })
  const changes = [
    change('get', 'added', [also('ups', 'added'), also('post', 'changed'), also('old', 'removed')]),
    change('post', 'added', []),
  ]
  const plan = { changes } as unknown as PlanView
  // What was edited is looked at first, in the order of the plan.
  expect([...changesOfPlan(plan).keys()]).toEqual(['get', 'post', 'ups', 'old'])
  const added = { action: 'added', verdict: 'safe' }
  expect(Object.fromEntries(changesOfPlan(plan))).toEqual({
    get: added,
    ups: added,
    old: { action: 'removed', verdict: 'safe' },
    post: added,
  })
})

it('says of what came along with several changes the worst of their verdicts', () => {
  const also = [{ record: 'shared', kind: 'upstream' as const, action: 'changed' as const, name: 'shared' }]
  const changes = [
    { ...change('get', 'added', also), verdict: 'breaking' as const },
    change('post', 'added', also),
  ]
  const plan = { changes } as unknown as PlanView
  expect(changesOfPlan(plan).get('shared')).toEqual({ action: 'changed', verdict: 'breaking' })
})
