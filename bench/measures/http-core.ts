import { type PenstockProcess, startPenstock } from '@penstock/testkit'
import { type Measure, quantile, row } from '../measure.ts'
import { deployRoutes } from './gateway/deploy-routes.ts'
import { load, type Scenario } from './gateway/load.ts'
import { apiKey, startNginx, upstream } from './gateway/nginx.ts'
import { cores, pin } from './gateway/pinned.ts'
import { commandLine, cpuNanoseconds, processTree } from './gateway/process-tree.ts'

const scenarios: readonly Scenario[] = [
  { name: '32 connections', connections: 32, path: '/v1/r150/42/items' },
  { name: '100 KB answers, 32 connections', connections: 32, path: '/100k' },
]

/**
 * The gateway on our own codec against the gateway on node:http and undici: rounds in which each is loaded in turn on
 * the same core. The figure is processor time per request as a ratio of the two in the same round.
 */
export const httpCore: Measure = {
  name: 'http-core',
  async *run({ isShort }) {
    await using backend = await startNginx(cores.rest, upstream())
    await using own = await startPenstock({ env: { PENSTOCK_GATEWAY_HTTP: 'own' } })
    await using node = await startPenstock({ env: { PENSTOCK_GATEWAY_HTTP: 'node' } })
    const targets = await Promise.all([own, node].map((penstock) => target(penstock, backend.url)))
    for (const scenario of scenarios) {
      const ratios: number[] = []
      const costs: number[][] = []
      // The first round is for just-in-time compilers and connection pools.
      for (let round = -1; round < (isShort ? 2 : 6); round++) {
        const [ours = Number.NaN, theirs = Number.NaN] = targets.map((each) => microseconds(each, scenario))
        if (round < 0) continue
        ratios.push(ours / theirs)
        costs.push([ours, theirs])
      }
      const cost = (at: number) =>
        quantile(
          costs.map((each) => each[at] ?? Number.NaN),
          0.5,
        ).toFixed(1)
      yield row(
        `processor time per request, own codec ÷ node:http and undici, ${scenario.name}`,
        '×',
        0.75,
        ratios,
        {
          note: `${cost(0)} and ${cost(1)} µs`,
        },
      )
    }
  },
}

interface Target {
  readonly url: string
  readonly pids: readonly number[]
}

async function target(penstock: PenstockProcess, upstreamUrl: string): Promise<Target> {
  const { url } = await deployRoutes(penstock, upstreamUrl)
  const pids = processTree(penstock.pid).filter((pid) => commandLine(pid).includes('gateway'))
  pin(cores.proxy, pids)
  return { url, pids }
}

function microseconds({ url, pids }: Target, scenario: Scenario): number {
  const before = cpuNanoseconds(pids)
  const { requests } = load(url, scenario, [`x-api-key: ${apiKey}`])
  return (cpuNanoseconds(pids) - before) / requests / 1_000
}
