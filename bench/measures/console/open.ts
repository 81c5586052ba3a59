import { type Row, row } from '../../measure.ts'
import { type MeasuredApi, openDesigner } from './apis.ts'
import type { Console } from './start-console.ts'

/** From entering the address, with an empty cache and a server that has opened it before, to the graph. */
export async function openRow(console: Console, api: MeasuredApi, runs: number): Promise<Row> {
  const times: number[] = []
  for (let run = 0; run <= runs; run++) {
    const page = await console.open()
    const time = await openDesigner(page, console, api)
    if (run > 0) times.push(time / 1000)
    await page.context().close()
  }
  return row(`open the designer, ${api.label}`, 's', api.limits.open, times)
}
