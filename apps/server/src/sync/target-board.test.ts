import type { HealthReport } from '@penstock/bundle'
import { expect, test } from 'vitest'
import { createLocalBus } from '../live/bus.ts'
import { presentUpstreams } from '../presenters/upstreams.ts'
import { createTargetBoard } from './target-board.ts'

const target = { api: 'orders', stage: 'prod', upstream: 'shop', target: 'http://10.0.0.7' }
const well = (node: string): HealthReport => ({ node, targets: [{ ...target, state: 'healthy' }] })

test('what a node says last counts, and only of the API that is asked for', () => {
  const board = createTargetBoard(createLocalBus(), () => 0)
  board.report(well('one'))
  board.report({
    node: 'one',
    targets: [
      { ...target, state: 'unhealthy', since: 5, error: 'answered 503' },
      { ...target, api: 'other', state: 'healthy' },
    ],
  })
  expect(board.of('orders')).toEqual([
    { ...target, node: 'one', state: 'unhealthy', since: 5, error: 'answered 503' },
  ])
})

test('a node that is silent for half a minute is forgotten', () => {
  let now = 0
  const board = createTargetBoard(createLocalBus(), () => now)
  board.report(well('one'))
  now = 20_000
  board.report(well('two'))
  now = 30_001
  expect(board.of('orders').map(({ node }) => node)).toEqual(['two'])
})

test('targets are told by stage, upstream and address, each as every node finds it', () => {
  const board = createTargetBoard(createLocalBus(), () => 0)
  board.report({
    node: 'two',
    targets: [
      { ...target, stage: 'dev', state: 'healthy' },
      { ...target, state: 'left_out' },
    ],
  })
  board.report(well('one'))
  expect(presentUpstreams(board.of('orders'))).toEqual([
    {
      stage: 'dev',
      upstream: 'shop',
      targets: [{ target: 'http://10.0.0.7', nodes: [{ node: 'two', state: 'healthy' }] }],
    },
    {
      stage: 'prod',
      upstream: 'shop',
      targets: [
        {
          target: 'http://10.0.0.7',
          nodes: [
            { node: 'one', state: 'healthy' },
            { node: 'two', state: 'left_out' },
          ],
        },
      ],
    },
  ])
})
