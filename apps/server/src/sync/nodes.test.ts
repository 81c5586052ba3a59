import type { Ack, StageState } from '@penstock/bundle'
import { expect, test } from 'vitest'
import { createLocalBus } from '../live/bus.ts'
import { createNodes } from './nodes.ts'

const stage = { api: 'pets', stage: 'prod', bundle: 'a' }
const canary = { version: 2, deployment: 'd2', percentTraffic: 10, seed: 's', variables: {} }
const wanted = (bundle: string | null) => {
  const settings = { variables: {} }
  const state: StageState = {
    ...stage,
    version: 1,
    deployment: 'd1',
    settings,
    canary: { ...canary, bundle },
  }
  return { since: 1, state }
}
const ack = (held: Ack['stages'][number]['canary']): Ack => ({
  node: 'one',
  revision: 1,
  url: 'http://one',
  stages: [{ ...stage, ...(held && { canary: held }) }],
})

test('a canary that can not be named now is served as it was, and waits for nobody', () => {
  const nodes = createNodes(createLocalBus(), () => 0)
  nodes.connected('one')
  nodes.acknowledge(ack({ bundle: 'b' }))
  expect(nodes.status('pets', 'prod', wanted(null))).toMatchObject({ nodes: { serving: 1 }, settled: true })
  expect(nodes.status('pets', 'prod', wanted('c'))).toMatchObject({ nodes: { serving: 0 }, settled: false })
  nodes.stop()
})

test('what is wrong with a canary is said of the node that has it', () => {
  const nodes = createNodes(createLocalBus(), () => 0)
  nodes.connected('one')
  nodes.acknowledge(ack({ bundle: null, error: { code: 'BUNDLE_INVALID', message: 'It is damaged.' } }))
  expect(nodes.list()).toMatchObject([{ problems: [{ stage: 'prod', message: 'It is damaged.' }] }])
  nodes.stop()
})
