import { startPenstock } from '@penstock/testkit'
import { type MeasureOptions, quantile, type Row, row } from '../../measure.ts'
import { deployRoutes } from './deploy-routes.ts'
import { load, type LoadResult, type Scenario } from './load.ts'
import { apiKey } from './nginx.ts'
import { cores, pin, yieldToOthers } from './pinned.ts'
import { commandLine, cpuNanoseconds, processTree } from './process-tree.ts'
import { route } from './race.ts'
import type { Stand } from './stand.ts'

const scenario: Scenario = { name: '32 connections', connections: 32, path: route }
/** Twice the throughput of one, less at most so much: 1.85 times. */
const limit = 2 / 1.85

interface Sample extends LoadResult {
  /** Microseconds of processor time per request, of all of the gateway's processes. */
  readonly cpu: number
  /** Of the worker that had most to do, the share of all that workers did. */
  readonly share: number
}

/**
 * A gateway of two workers, one on each core, against one of one process: what a request costs in processor time, all of the
 * gateway's processes together. On two cores, which load and upstream need as well, this says what two workers do where each has a
 * processor to itself, and the throughput, which is noted, does not.
 */
export async function* workers(stand: Stand, { isShort }: MeasureOptions): AsyncGenerator<Row> {
  await using penstock = await startPenstock({ env: { PENSTOCK_GATEWAY_WORKERS: '2' } })
  const { url } = await deployRoutes(penstock, stand.backend.url)
  const all = processTree(penstock.pid)
  const gateway = all.filter((pid) => commandLine(pid).includes('gateway'))
  const [accepting, first, second] = gateway
  if (accepting === undefined || first === undefined || second === undefined)
    throw new Error(`${gateway.length} processes instead of three`)
  pin(cores.proxy, [first])
  pin(cores.rest, [accepting, second])
  yieldToOthers(all.filter((pid) => !gateway.includes(pid)))
  const one = () => sampled(stand.url, stand.gateway, stand.gateway)
  const two = () => sampled(url, gateway, [first, second])
  const samples: { readonly one: Sample; readonly two: Sample }[] = []
  // The first round is for just-in-time compilers and connection pools.
  for (let round = -1; round < (isShort ? 2 : 6); round++) {
    const before = round % 2 === 0 ? one() : null
    const pair = two()
    const found = { one: before ?? one(), two: pair }
    if (round >= 0) samples.push(found)
  }
  const median = (values: readonly number[]) => quantile(values, 0.5)
  const ratios = samples.map((sample) => sample.two.cpu / sample.one.cpu)
  const faster = median(samples.map((sample) => sample.two.perSecond / sample.one.perSecond))
  const share = median(samples.map((sample) => sample.two.share))
  yield row('processor time per request, two workers ÷ one', '×', limit, ratios, {
    note: `so ${(2 / median(ratios)).toFixed(2)} times the requests on two processors of their own; here, where load and upstream have one of the two, ${faster.toFixed(2)} times; the busier worker did ${(share * 100).toFixed(0)} %`,
  })
}

function sampled(url: string, all: readonly number[], serving: readonly number[]): Sample {
  const before = serving.map((pid) => cpuNanoseconds([pid]))
  const whole = cpuNanoseconds(all)
  const done = load(url, scenario, [`x-api-key: ${apiKey}`])
  const spent = serving.map((pid, at) => cpuNanoseconds([pid]) - (before[at] ?? 0))
  const sum = spent.reduce((left, right) => left + right, 0)
  const cpu = (cpuNanoseconds(all) - whole) / done.requests / 1_000
  return { ...done, cpu, share: Math.max(...spent) / sum }
}
