import type { Page } from '@playwright/test'
import { description } from '../../corpus.ts'
import { type Row, row } from '../../measure.ts'
import { rest } from '../../rest.ts'
import { undisturbed } from '../../undisturbed.ts'
import { graph } from './apis.ts'
import { type Console, pageAtRest } from './start-console.ts'
import { seen } from './stopwatch.ts'

const changes = 200

/** From entering the address of the review to its list of changes, with an empty cache. */
export async function reviewRow(console: Console, runs: number): Promise<Row> {
  await rest(console.penstock, 'POST', '/api/v1/apis?slug=graph&mode=overwrite', await changed())
  const open = async (page: Page) => {
    await page.goto(`${console.penstock.url}/apis/${graph.slug}/review?stage=prod`, { waitUntil: 'commit' })
    const time = await seen(page, { selector: '[aria-label=Changes] button' })
    await page.context().close()
    return time / 1000
  }
  await open(await pageAtRest(console))
  const { samples, ...host } = await undisturbed(runs, open, () => pageAtRest(console))
  return row(`review of ${changes} changes to first paint, ${graph.label}`, 's', 1.5, samples, host)
}

/** Graph's description with another summary in two hundred operations all over it. */
async function changed(): Promise<string> {
  const document = JSON.parse(await description('graph')) as {
    paths: Record<string, Record<string, { summary?: string; responses?: unknown }>>
  }
  const operations = Object.values(document.paths).flatMap((path) =>
    Object.values(path).filter((part) => part.responses !== undefined),
  )
  const each = Math.floor(operations.length / changes)
  for (let at = 0; at < changes; at++) operations[at * each]!.summary = `Changed ${at}`
  return JSON.stringify(document)
}
