import { fileURLToPath } from 'node:url'
import { type MeasureOptions, quantile, type Row, row } from '../../measure.ts'
import { apiKey } from './nginx.ts'
import { cores, runPinnedBeside } from './pinned.ts'
import { route } from './race.ts'
import type { Stand } from './stand.ts'

const perSecond = 2_000

/**
 * The time of a request when 2,000 a second are sent, whatever the answers do. For half of them what the proxy adds to the
 * upstream's own time, for 99 % all of it; as ratios to nginx with features in the same round.
 */
export async function* latency(stand: Stand, { isShort }: MeasureOptions): AsyncGenerator<Row> {
  const targets = [stand.backend.url, stand.nginxWithFeatures.url, stand.url].map((url) => url + route)
  const rounds: number[][][] = []
  for (let round = -1; round < (isShort ? 2 : 8); round++) {
    const times: number[][] = []
    for (const url of targets) times.push(await openLoop(url, isShort ? 2 : 4, perSecond))
    if (round >= 0) rounds.push(times)
  }
  const at = (q: number) => rounds.map((times) => times.map((one) => quantile(one, q)))
  const half = at(0.5)
  const added = half.map(([direct = 0, nginx = 0, own = 0]) => (own - direct) / (nginx - direct))
  yield row('time added to half of 2,000 requests/s ÷ nginx with features', '×', 1.25, added, {
    note: noteOf(half),
  })
  const most = at(0.99)
  const ratios = most.map(([, nginx = Number.NaN, own = Number.NaN]) => own / nginx)
  yield row('time of 99 % of 2,000 requests/s ÷ nginx with features', '×', 2, ratios, { note: noteOf(most) })
}

function noteOf(rounds: readonly (readonly number[])[]): string {
  const milliseconds = (which: number) =>
    (
      quantile(
        rounds.map((times) => times[which] ?? Number.NaN),
        0.5,
      ) / 1000
    ).toFixed(2)
  return `${milliseconds(2)} ms, nginx ${milliseconds(1)}, the upstream alone ${milliseconds(0)}`
}

/** Microseconds of each request. */
export async function openLoop(url: string, seconds: number, rate: number): Promise<number[]> {
  const sender = fileURLToPath(new URL('open-loop-sender.ts', import.meta.url))
  const command = [process.execPath, ...process.execArgv, sender, url, apiKey, String(rate), String(seconds)]
  return JSON.parse(await runPinnedBeside(cores.rest, command)) as number[]
}
