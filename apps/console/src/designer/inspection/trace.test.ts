import { definitionOf } from '@penstock/model'
import type { InspectionView } from '@penstock/server'
import { expect, test } from 'vitest'
import { milliseconds, traceOf } from './trace.ts'

const definition = definitionOf([
  { kind: 'api', id: 'api', name: 'A' },
  { kind: 'resource', id: 'root', parent: null, pathPart: '' },
  { kind: 'resource', id: 'orders', parent: 'root', pathPart: 'orders' },
  { kind: 'method', id: 'get', resource: 'orders', httpMethod: 'GET', integration: 'int' },
  { kind: 'method', id: 'post', resource: 'orders', httpMethod: 'POST' },
  { kind: 'integration', id: 'int', type: 'http_proxy', upstream: 'ups' },
  { kind: 'upstream', id: 'ups', name: 'U', url: 'https://a.example' },
])

const named = (id: string) => ({ id, name: id })
const phase = (name: string, durationMs: number, outcome = 'passed') => ({
  name,
  startMs: 0,
  durationMs,
  outcome,
  notes: [],
})

function inspection(phases: unknown[], part: object = {}): InspectionView {
  const routing = {
    method: 'GET',
    path: '/orders',
    winner: null,
    losers: [
      { id: 'post', resource: 'orders', method: 'POST', path: '/orders', reason: 'method', sentence: 'No.' },
    ],
    more: false,
  }
  const records = {
    resources: [named('root'), named('orders')],
    method: named('get'),
    authorizer: null,
    validator: null,
    integration: named('int'),
    upstream: named('ups'),
    function: null,
  }
  return { routing, phases, records, ...part } as unknown as InspectionView
}

test('the way of a request goes from the stage to what is called, with the time that each place took', () => {
  const { stops, losers } = traceOf(
    inspection([
      phase('address', 0.5),
      phase('route', 0.25),
      phase('integration request', 1),
      phase('integration', 12.4),
      phase('response', 1),
    ]),
    definition,
  )
  expect(stops.map(({ id, label }) => `${id} ${label}`.trim())).toEqual([
    'api reached · 0.50 ms',
    'root matched',
    'orders matched',
    'get routed · 0.25 ms',
    'int mapped · 1.00 ms',
    'ups called · 12 ms',
  ])
  expect([...losers]).toEqual([['post', { words: 'other method', sentence: 'No.' }]])
})

test.each(['authorizer', 'api key', 'throttle'] as const)(
  'one that the %s refuses ends at the method',
  (name) => {
    const refused = traceOf(inspection([phase('address', 1), phase(name, 1, 'failed')]), definition)
    expect(refused.stops.at(-1)).toEqual({ id: 'get', label: 'failed · 1.00 ms', outcome: 'failed' })
  },
)

test('one that is explained ends where it stops', () => {
  const stopped = [phase('route', 1), phase('integration request', 1, 'stopped')]
  const explained = traceOf(inspection(stopped, { outcome: 'planned' }), definition)
  expect(explained.stops.slice(-2)).toEqual([
    { id: 'int', label: 'mapped · 1.00 ms', outcome: 'passed' },
    { id: 'ups', label: 'would be called', outcome: 'stopped' },
  ])
})

test('a mock is called where it stands', () => {
  const records = { ...inspection([]).records, upstream: null }
  const { stops } = traceOf(
    inspection([phase('integration request', 1), phase('integration', 1)], { records }),
    definition,
  )
  expect(stops.at(-1)).toMatchObject({ id: 'int', label: 'mapped · 2.00 ms' })
})

test('times are as exact as they matter', () => {
  expect([0.123, 9.999, 12.6, 1234].map(milliseconds)).toEqual(['0.12 ms', '10.00 ms', '13 ms', '1.2 s'])
})
