import type { Page } from '@playwright/test'
import { type Row, row } from '../../measure.ts'
import { undisturbed } from '../../undisturbed.ts'
import { type MeasuredApi, openDesigner } from './apis.ts'
import { type Console, pageAtRest } from './start-console.ts'

/** From entering the address, with an empty cache and a server that has opened it before, to the graph. */
export async function openRow(console: Console, api: MeasuredApi, runs: number): Promise<Row> {
  const open = async (page: Page) => {
    const time = await openDesigner(page, console, api)
    await page.context().close()
    return time / 1000
  }
  await open(await pageAtRest(console))
  const { samples, ...host } = await undisturbed(runs, open, () => pageAtRest(console))
  return row(`open the designer, ${api.label}`, 's', api.limits.open, samples, host)
}
