import { type MeasureOptions, quantile, type Row, row } from '../../measure.ts'
import { load, type Scenario } from './load.ts'
import { apiKey } from './nginx.ts'
import { cpuNanoseconds, cpuTicks, processTree } from './process-tree.ts'
import type { Stand } from './stand.ts'

export const route = '/v1/r150/42/items'
const scenarios: readonly (Scenario & { readonly limit: number })[] = [
  { name: '32 connections', connections: 32, path: route, limit: 1.7 },
  { name: '256 connections', connections: 256, path: route, limit: 1.9 },
  { name: 'one connection', connections: 1, path: route, limit: 1.6 },
  { name: '100 KB answers, 32 connections', connections: 32, path: '/100k', limit: 1.15 },
]

interface Target {
  readonly name: string
  readonly url: string
  readonly pids: readonly number[]
}

interface Sample {
  readonly target: string
  readonly round: number
  /** Microseconds of processor time per request. */
  readonly cpu: number
  /** The part of it that the kernel took, of 1. */
  readonly kernel: number
  readonly perSecond: number
}

const withFeatures = 'nginx with features'
const relay = 'relay'

/**
 * The gateway against nginx, bare and with features: rounds in which each is loaded in turn. The gateway's routes have what nginx's
 * with features have: an API key, and a limit of that key which nobody reaches. The figure is processor time per request of the
 * proxy's own process as a ratio to bare nginx in the same round, which holds on a machine whose speed changes.
 */
export function* race(stand: Stand, { isShort }: MeasureOptions): Generator<Row> {
  const targets: readonly Target[] = [
    { name: 'nginx', url: stand.nginx.url, pids: processTree(stand.nginx.pid) },
    {
      name: withFeatures,
      url: stand.nginxWithFeatures.url,
      pids: processTree(stand.nginxWithFeatures.pid),
    },
    { name: relay, url: stand.relay.url, pids: processTree(stand.relay.pid) },
    { name: 'Penstock', url: stand.url, pids: stand.gateway },
  ]
  for (const scenario of scenarios) yield ratioRow(scenario, rounds(targets, scenario, isShort ? 2 : 6))
}

function rounds(targets: readonly Target[], scenario: Scenario, count: number): Sample[] {
  const samples: Sample[] = []
  // The first round is for just-in-time compilers and connection pools.
  for (let round = -1; round < count; round++)
    for (const target of round % 2 === 0 ? targets : targets.toReversed()) {
      const before = cpuNanoseconds(target.pids)
      const ticks = cpuTicks(target.pids)
      const { requests, perSecond } = load(target.url, scenario, [`x-api-key: ${apiKey}`])
      const cpu = (cpuNanoseconds(target.pids) - before) / requests / 1_000
      const after = cpuTicks(target.pids)
      const kernel = (after.kernel - ticks.kernel) / Math.max(1, after.all - ticks.all)
      if (round >= 0) samples.push({ target: target.name, round, cpu, kernel, perSecond })
    }
  return samples
}

function ratioRow(scenario: (typeof scenarios)[number], samples: readonly Sample[]): Row {
  const of = (name: string) => samples.filter(({ target }) => target === name)
  const ratios = of('Penstock').map(
    ({ round, cpu }) => cpu / of('nginx').find((other) => other.round === round)!.cpu,
  )
  const toFull = of('Penstock').map(
    ({ round, cpu }) => cpu / of(withFeatures).find((other) => other.round === round)!.cpu,
  )
  const median = (values: readonly number[]) => quantile(values, 0.5)
  const cpu = (name: string) => median(of(name).map((sample) => sample.cpu)).toFixed(1)
  const kernel = (name: string) => median(of(name).map((sample) => sample.cpu * sample.kernel)).toFixed(1)
  const both = (name: string) => `${cpu(name)} (${kernel(name)} in the kernel)`
  return row(`processor time per request ÷ bare nginx, ${scenario.name}`, '×', scenario.limit, ratios, {
    note: `${both('Penstock')} µs, nginx ${both('nginx')} and ${both(withFeatures)} with features (÷ that ${median(toFull).toFixed(2)}), bytes passed on by Node.js unread ${both(relay)}, ${median(of('Penstock').map(({ perSecond }) => perSecond)).toFixed(0)} requests/s`,
  })
}
