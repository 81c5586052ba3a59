import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type MeasureOptions, quantile, type Row, row } from '../../measure.ts'
import { apiKey } from './nginx.ts'
import { cores, runPinnedBeside } from './pinned.ts'
import { route } from './race.ts'
import type { Stand } from './stand.ts'

const perSecond = 2_000
const connections = 20

/**
 * The time that a proxy adds at 2,000 requests a second, sent by h2load whatever the answers do: of each round the
 * quantile through the proxy less that of the upstream alone, as a ratio to nginx with features.
 */
export async function* latency(stand: Stand, { isShort }: MeasureOptions): AsyncGenerator<Row> {
  const targets = [stand.backend.url, stand.nginxWithFeatures.url, stand.url].map((url) => url + route)
  const rounds: number[][][] = []
  for (let round = -1; round < (isShort ? 2 : 6); round++) {
    const times: number[][] = []
    for (const url of targets) times.push(await openLoop(url, isShort ? 2 : 5))
    if (round >= 0) rounds.push(times)
  }
  for (const { name, q, limit } of [
    { name: 'half of the requests', q: 0.5, limit: 1.25 },
    { name: '99 % of the requests', q: 0.99, limit: 2 },
  ]) {
    const at = rounds.map((times) => times.map((one) => quantile(one, q)))
    const ratios = at.map(([direct = 0, nginx = 0, own = 0]) => (own - direct) / (nginx - direct))
    const median = (which: number) =>
      (
        quantile(
          at.map((quantiles) => quantiles[which] ?? Number.NaN),
          0.5,
        ) / 1000
      ).toFixed(2)
    yield row(`time added at 2,000 requests/s ÷ nginx with features, ${name}`, '×', limit, ratios, {
      note: `${median(2)} ms, nginx ${median(1)}, the upstream alone ${median(0)}`,
    })
  }
}

/** Microseconds of each request. */
export async function openLoop(
  url: string,
  seconds: number,
  clients = connections,
  rate = perSecond,
): Promise<number[]> {
  const directory = await mkdtemp(path.join(tmpdir(), 'penstock-open-loop-'))
  const log = path.join(directory, 'log')
  const options = ['--h1', `-c${clients}`, `--rps=${rate / clients}`, `-D${seconds}`, `--log-file=${log}`]
  await runPinnedBeside(cores.rest, ['h2load', ...options, '-H', `x-api-key: ${apiKey}`, url])
  const lines = (await readFile(log, 'utf8')).trim().split('\n')
  await rm(directory, { recursive: true, force: true })
  return lines.map((line) => {
    const [, status, microseconds] = line.split('\t')
    if (status !== '200') throw new Error(`${url} answered ${status}`)
    return Number(microseconds)
  })
}
