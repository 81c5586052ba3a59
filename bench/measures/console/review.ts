import type { Page } from '@playwright/test'
import { description } from '../../corpus.ts'
import { type Row, row } from '../../measure.ts'
import { rest } from '../../rest.ts'
import { undisturbed } from '../../undisturbed.ts'
import { graph } from './apis.ts'
import { type Console, pageAtRest } from './start-console.ts'
import { seen } from './stopwatch.ts'

const changes = 200

/** From entering the address of the review to its list of changes, and to its graph, with an empty cache. */
export async function reviewRows(console: Console, runs: number): Promise<Row[]> {
  await rest(console.penstock, 'POST', '/api/v1/apis?slug=graph&mode=overwrite', await changed())
  const open = async (page: Page) => {
    await page.goto(`${console.penstock.url}/apis/${graph.slug}/review?stage=prod`, { waitUntil: 'commit' })
    const times = await Promise.all([
      seen(page, { selector: '[aria-label=Changes] button' }),
      seen(page, { selector: '[role=application] .react-flow__node' }),
    ])
    await page.context().close()
    return times.map((time) => time / 1000)
  }
  await open(await pageAtRest(console))
  const { samples, ...host } = await undisturbed(runs, open, () => pageAtRest(console))
  return ['first paint', 'its graph'].map((what, at) =>
    row(
      `review of ${changes} changes to ${what}, ${graph.label}`,
      's',
      1.5,
      samples.map((times) => times[at]!),
      host,
    ),
  )
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
