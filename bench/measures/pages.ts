import { gzipSync } from 'node:zlib'
import type { PenstockProcess } from '@penstock/testkit'
import { atRest } from '../at-rest.ts'
import { description } from '../corpus.ts'
import { type Measure, type Row, row } from '../measure.ts'
import { rest } from '../rest.ts'
import { type Console, startConsole, viewport } from './console/start-console.ts'

/** What is downloaded before the first screen, and GitHub's portal in headless Chromium. */
export const pages: Measure = {
  name: 'pages',
  async run() {
    await using console = await startConsole()
    await rest(console.penstock, 'POST', '/api/v1/apis?slug=github&mode=create', await description('github'))
    await rest(console.penstock, 'POST', '/api/v1/apis/github/stages/prod/deployments', {})
    await atRest()
    return [await firstScreen(console), await portal(console, console.penstock)]
  },
}

/** JavaScript that the list of APIs needs before anything else is opened. */
async function firstScreen(console: Console): Promise<Row> {
  const page = await console.open()
  const scripts: Promise<Buffer>[] = []
  page.on('response', (response) => {
    if (/javascript/.test(response.headers()['content-type'] ?? '')) scripts.push(response.body())
  })
  await page.goto(console.penstock.url)
  await page.getByRole('heading', { level: 1 }).waitFor()
  const bytes = (await Promise.all(scripts)).reduce(
    (sum, body) => sum + gzipSync(body, { level: 9 }).length,
    0,
  )
  await page.context().close()
  return row('console JavaScript for the first screen, gzip', 'kB', 350, [bytes / 1000])
}

/** GitHub's portal from entering the address, with an empty cache, to its list of operations. */
async function portal({ browser }: Console, penstock: PenstockProcess): Promise<Row> {
  await rest(penstock, 'PUT', '/api/v1/apis/github/portal', { visibility: 'public' })
  const times: number[] = []
  for (let run = 0; run < 6; run++) {
    const context = await browser.newContext({ viewport })
    const page = await context.newPage()
    const began = performance.now()
    await page.goto(`${penstock.url}/portal/github`)
    await page.getByRole('heading', { name: 'GitHub v3 REST API' }).first().waitFor()
    await page.getByText('Get GitHub Actions cache usage for an organization').first().waitFor()
    if (run > 0) times.push((performance.now() - began) / 1000)
    await context.close()
  }
  return row("portal: GitHub's API to its operations", 's', 2, times)
}
