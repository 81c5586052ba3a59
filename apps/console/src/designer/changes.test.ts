import type { PlanView } from '@penstock/server'
import { expect, it } from 'vitest'
import { definitionOf } from '@penstock/model'
import {
  type ChangeMap,
  changesOfPlan,
  goneInHolders,
  holdersOfChanges,
  type RecordChange,
  withHeld,
} from './changes.ts'

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

it('says of what was edited itself the worst of the changes that it is a part of, in its place', () => {
  const also = [{ record: 'model', kind: 'model' as const, action: 'changed' as const, name: 'model' }]
  const changes = [
    { ...change('get', 'changed', also), verdict: 'breaking' as const },
    { ...change('model', 'added', []), verdict: 'documentation' as const },
  ]
  const said = changesOfPlan({ changes } as unknown as PlanView)
  expect([...said]).toEqual([
    ['get', { action: 'changed', verdict: 'breaking' }],
    ['model', { action: 'added', verdict: 'breaking' }],
  ])
})

it('says of a closed node the worst of it and of what it holds, and what becomes of itself', () => {
  const definition = definitionOf([
    { kind: 'resource', id: 'root', parent: null, pathPart: '' },
    { kind: 'resource', id: 'pets', parent: 'root', pathPart: 'pets' },
    { kind: 'method', id: 'get', resource: 'pets', httpMethod: 'GET' },
  ])
  const own = { action: 'added', verdict: 'documentation' } as const
  const changes: ChangeMap = new Map<string, RecordChange>([
    ['pets', own],
    ['get', { action: 'changed', verdict: 'breaking' } as const],
  ])
  const holders = holdersOfChanges(definition, changes)
  const closed = (id: string) => withHeld(changes.get(id), holders.get(id))
  expect(closed('pets')).toEqual({ action: 'added', verdict: 'breaking' })
  expect(closed('root')).toEqual({ action: 'changed', verdict: 'breaking' })
  expect(withHeld(own, undefined)).toBe(own)
  expect(withHeld(own, { action: 'changed', verdict: 'documentation' })).toBe(own)
  expect(withHeld(undefined, undefined)).toBe(null)
})

it('counts in a branch what is there, not what is drawn as it was', () => {
  const resource = (id: string, parent: string | null) => ({
    kind: 'resource' as const,
    id,
    parent,
    pathPart: id,
  })
  const method = (id: string, owner: string) => ({
    kind: 'method' as const,
    id,
    resource: owner,
    httpMethod: 'GET' as const,
  })
  const definition = definitionOf([
    resource('root', null),
    resource('pets', 'root'),
    resource('pet', 'pets'),
    method('list', 'pets'),
    method('get', 'pet'),
    method('put', 'pet'),
  ])
  const changes: ChangeMap = new Map([
    ['get', { action: 'removed', verdict: 'breaking' }],
    ['pet', { action: 'removed', verdict: 'breaking' }],
    ['put', { action: 'changed', verdict: 'safe' }],
  ])
  const gone = goneInHolders(definition, changes)
  expect(['root', 'pets', 'pet', 'list'].map((id) => gone.get(id))).toEqual([1, 1, 1, undefined])
})
