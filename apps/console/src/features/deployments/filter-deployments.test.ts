import type { DeploymentView } from '@penstock/server'
import { expect, test } from 'vitest'
import { filterDeployments, liveAlike, servedBefore, variablesTakenBack } from './filter-deployments.ts'

function deployment(version: number, more: Partial<DeploymentView> = {}): DeploymentView {
  return {
    id: `d${version}`,
    version,
    stage: 'prod',
    kind: 'deploy',
    description: '',
    author: 'ada@example.com',
    actor: null,
    source: 'console',
    createdAt: '2026-11-22T08:00:00Z',
    content: `c${version}`,
    changes: { added: 0, changed: 0, removed: 0 },
    verdicts: null,
    request: null,
    acknowledged: [],
    approvedBy: [],
    variables: [],
    live: false,
    canary: false,
    ...more,
  }
}

const all = [
  deployment(4, { kind: 'rollback', author: 'grace@example.com' }),
  deployment(3, { stage: 'dev', source: 'cli', description: 'Accept refunds' }),
  deployment(2, { description: 'Accept payments', request: 7 }),
  deployment(1),
]
const versions = (list: readonly DeploymentView[]) => list.map(({ version }) => version)

test('every word narrows the history: reason, author, version, kind and request', () => {
  expect(versions(filterDeployments(all, { q: 'accept' }))).toEqual([3, 2])
  expect(versions(filterDeployments(all, { q: 'refunds accept' }))).toEqual([3])
  expect(versions(filterDeployments(all, { q: 'Grace' }))).toEqual([4])
  const nameOf = (address: string) => (address === 'grace@example.com' ? 'Rear Admiral' : address)
  expect(versions(filterDeployments(all, { q: 'admiral' }, nameOf))).toEqual([4])
  expect(versions(filterDeployments(all, { q: 'v1' }))).toEqual([1])
  expect(versions(filterDeployments(all, { q: '#7' }))).toEqual([2])
  expect(versions(filterDeployments(all, { stage: 'prod', q: 'accept' }))).toEqual([2])
  expect(versions(filterDeployments(all, { source: 'cli' }))).toEqual([3])
})

test('the reasons of acknowledgements are found like those of deployments', () => {
  const taken = {
    change: 'c',
    title: 'Remove DELETE /rides',
    checks: ['operation-removed'],
    reason: 'Announced in May',
    by: 'ada@example.com',
    actor: null,
    at: '2026-11-22T08:00:00Z',
  }
  const some = [deployment(2, { acknowledged: [taken] }), deployment(1)]
  expect(versions(filterDeployments(some, { q: 'announced' }))).toEqual([2])
  expect(versions(filterDeployments(some, { q: '/rides' }))).toEqual([2])
})

test('what a stage served before is of that stage, whatever else was deployed between', () => {
  expect(servedBefore(all, all[0]!)?.version).toBe(2)
  expect(servedBefore(all, all[1]!)).toBe(undefined)
})

test('there is no way back to what its stage serves already, under whichever version', () => {
  const again = [
    deployment(3, { content: 'c1', live: true }),
    deployment(2),
    deployment(1),
    deployment(4, { stage: 'dev', content: 'c1' }),
  ]
  expect(again.map((each) => liveAlike(again, each)?.version)).toEqual([undefined, undefined, 3, undefined])
})

test('going back takes back what later deployments of the stage did to its variables', () => {
  const history = [
    deployment(5, { variables: ['b'] }),
    deployment(4, { stage: 'dev', variables: ['c'] }),
    deployment(3, { variables: ['b', 'a'] }),
    deployment(2, { variables: ['d'] }),
  ]
  expect(variablesTakenBack(history, deployment(2))).toEqual(['a', 'b'])
  expect(variablesTakenBack(history, deployment(5))).toEqual([])
})
