import type { StageSummary } from '@penstock/server'
import { expect, it } from 'vitest'
import { healthOf, servingText, stagedText } from './stage-health.ts'

const stage = (overrides: Partial<StageSummary>): StageSummary => ({
  name: 'prod',
  version: 41,
  deployment: 'd1',
  deployedAt: '2026-01-01T00:00:00Z',
  staged: { added: 0, changed: 0, removed: 0, total: 0 },
  nodes: { serving: 2, total: 2 },
  problem: null,
  requiredApprovals: 0,
  url: 'http://localhost:9080/orders/prod',
  hostUrl: 'http://orders.gateway.localhost:9080/prod',
  variables: {},
  throttle: null,
  cache: null,
  cacheFlushedAt: null,
  canarySettings: null,
  limits: null,
  ...overrides,
})

it('is live only when every connected node serves what the stage points at', () => {
  expect(healthOf(stage({}))).toBe('live')
  expect(healthOf(stage({ nodes: { serving: 1, total: 2 } }))).toBe('waiting')
  expect(servingText(stage({ nodes: { serving: 1, total: 2 } }))).toBe('Serving on 1 of 2 nodes')
})

it('is a problem when a node refused, or when there is no node at all', () => {
  expect(healthOf(stage({ problem: 'The bundle is corrupt' }))).toBe('problem')
  expect(servingText(stage({ problem: 'The bundle is corrupt' }))).toBe('The bundle is corrupt')
  expect(healthOf(stage({ nodes: { serving: 0, total: 0 } }))).toBe('problem')
})

it('is off before the first deployment; the preview never is', () => {
  expect(healthOf(stage({ version: null }))).toBe('off')
  expect(healthOf(stage({ name: 'preview', version: null }))).toBe('live')
})

it('counts what is staged', () => {
  expect(stagedText(stage({}))).toBe('in step')
  expect(stagedText(stage({ staged: { added: 1, changed: 2, removed: 0, total: 3 } }))).toBe('3 staged')
})
