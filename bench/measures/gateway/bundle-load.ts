import { description } from '../../corpus.ts'
import { type MeasureOptions, quantile, type Row, row, timed } from '../../measure.ts'
import { deploy } from './deploy-routes.ts'
import { openLoop } from './latency.ts'
import { route } from './race.ts'
import type { Stand } from './stand.ts'

/**
 * The longest that a request waits while the gateway loads the bundle of Microsoft Graph's API: the event loop was held up for
 * no longer than that.
 */
export async function* bundleLoad(stand: Stand, { isShort }: MeasureOptions): AsyncGenerator<Row> {
  const graph = await description('graph')
  let seconds = (await timed(() => deploy(stand.penstock, 'graph', graph))) / 1000
  const longest: number[] = []
  const usual: number[] = []
  for (let at = 0; at < (isShort ? 1 : 5); at++) {
    const document = JSON.parse(graph) as { paths: Record<string, unknown> }
    document.paths[`/marker-${at}`] = { get: { responses: { 200: { description: 'ok' } } } }
    const text = JSON.stringify(document)
    const probe = openLoop(stand.url + route, Math.ceil(seconds) + 3, 500)
    seconds = (await timed(() => deploy(stand.penstock, 'graph', text))) / 1000
    const times = await probe
    longest.push(quantile(times, 1) / 1000)
    usual.push(quantile(times, 0.5) / 1000)
  }
  yield row("longest wait of a request while Graph's bundle is loaded", 'ms', 10, longest, {
    note: `half of the requests took ${quantile(usual, 0.5).toFixed(2)} ms; import and deployment ${seconds.toFixed(1)} s`,
  })
}
