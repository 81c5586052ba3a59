import { gzipSync } from 'node:zlib'
import { type PenstockProcess, startPenstock } from '@penstock/testkit'
import { type Browser, chromium, type Page } from '@playwright/test'
import { setUpAdministrator } from '../../e2e/pages/setup-page.ts'
import { description } from '../corpus.ts'
import { type Measure, type Row, row } from '../measure.ts'
import { rest } from '../rest.ts'

const viewport = { width: 1440, height: 900 }
type State = Awaited<ReturnType<Awaited<ReturnType<Browser['newContext']>>['storageState']>>

/** The console in headless Chromium with GitHub's description: first graph, an edit, frames, and what is downloaded. */
export const consoleMeasure: Measure = {
  name: 'console',
  async run() {
    await using penstock = await startPenstock()
    await rest(penstock, 'POST', '/api/v1/apis?slug=github&mode=create', await description('github'))
    await rest(penstock, 'POST', '/api/v1/apis/github/stages/prod/deployments', {})
    const executablePath = process.env['PENSTOCK_CHROMIUM']
    const browser = await chromium.launch({
      ...(executablePath ? { executablePath } : {}),
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    })
    try {
      const context = await browser.newContext()
      await setUpAdministrator(await context.newPage(), penstock.setupUrl!)
      const state = await context.storageState()
      await context.close()
      return [
        await firstGraph(browser, penstock, state),
        ...(await editAndFrames(browser, penstock, state)),
        await firstScreen(browser, penstock, state),
        await portal(browser, penstock),
      ]
    } finally {
      await browser.close()
    }
  },
}

const designer = '/apis/github/design'
const graphIsThere = (page: Page) => page.getByRole('button', { name: /, 845 operations$/ }).waitFor()

/** From entering the address, with an empty cache, to the graph's nodes. */
async function firstGraph(browser: Browser, penstock: PenstockProcess, storageState: State): Promise<Row> {
  const times: number[] = []
  for (let run = 0; run < 6; run++) {
    const context = await browser.newContext({ storageState, viewport })
    const page = await context.newPage()
    const began = performance.now()
    await page.goto(penstock.url + designer)
    await graphIsThere(page)
    if (run > 0) times.push((performance.now() - began) / 1000)
    await context.close()
  }
  return row("designer: GitHub's API to first meaningful graph", 's', 2.5, times)
}

/** tsx names functions through this helper, which functions that run inside the page would miss. */
const nameHelper = 'globalThis.__name = (fn) => fn'

async function editAndFrames(
  browser: Browser,
  penstock: PenstockProcess,
  storageState: State,
): Promise<Row[]> {
  const context = await browser.newContext({ storageState, viewport })
  await context.addInitScript(nameHelper)
  const page = await context.newPage()
  await page.goto(penstock.url + designer)
  await graphIsThere(page)
  await page.getByRole('searchbox', { name: 'Search this API' }).fill('gists')
  await page.getByRole('treeitem', { name: 'GET /gists', exact: true }).click()
  await page.getByRole('textbox', { name: 'Operation id' }).waitFor()
  const edits: number[] = []
  for (let i = 0; i < 20; i++) edits.push(await edit(page, `gists/list-${i}`))
  await page.getByText('Saved', { exact: true }).waitFor()
  const frames = await panAndZoom(page)
  await context.close()
  return [
    row('designer: an edit to painted', 'ms', 50, edits),
    row("designer: pan and zoom over GitHub's graph, frame without a GPU", 'ms', 33, frames, {
      judged: 'p95',
    }),
  ]
}

/** From leaving a field to the frame after the one in which the graph shows the new text. Runs inside the page. */
function edit(page: Page, text: string): Promise<number> {
  return page.evaluate(async (value) => {
    const field = [...document.querySelectorAll('input')].find((input) =>
      input.value.startsWith('gists/list'),
    )!
    field.focus()
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(field, value)
    field.dispatchEvent(new Event('input', { bubbles: true }))
    const canvas = document.querySelector('[role=application]')!
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    await frame()
    const began = performance.now()
    field.blur()
    while (!canvas.textContent?.includes(value)) await frame()
    await frame()
    return performance.now() - began
  }, text)
}

/** Time between frames while the graph is dragged and zoomed by the mouse, in milliseconds. */
async function panAndZoom(page: Page): Promise<number[]> {
  const box = (await page.getByRole('application').boundingBox())!
  const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  await page.evaluate(() => {
    const times: number[] = []
    let last = performance.now()
    const tick = (now: number) => {
      times.push(now - last)
      last = now
      requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
    Object.assign(globalThis, { frameTimes: times })
  })
  for (let round = 0; round < 9; round++) {
    await page.mouse.move(centre.x, centre.y)
    await page.mouse.down({ button: 'middle' })
    for (let step = 1; step <= 30; step++) await page.mouse.move(centre.x - step * 6, centre.y - step * 10)
    await page.mouse.up({ button: 'middle' })
    for (let step = 0; step < 12; step++) await page.mouse.wheel(0, step < 6 ? 120 : -120)
  }
  const frames = await page.evaluate(() => (globalThis as unknown as { frameTimes: number[] }).frameTimes)
  return frames.slice(2)
}

/** JavaScript that the list of APIs needs before anything else is opened. */
async function firstScreen(browser: Browser, penstock: PenstockProcess, storageState: State): Promise<Row> {
  const context = await browser.newContext({ storageState, viewport })
  const page = await context.newPage()
  const scripts: Promise<Buffer>[] = []
  page.on('response', (response) => {
    if (/javascript/.test(response.headers()['content-type'] ?? '')) scripts.push(response.body())
  })
  await page.goto(penstock.url)
  await page.getByRole('heading', { level: 1 }).waitFor()
  const bytes = (await Promise.all(scripts)).reduce(
    (sum, body) => sum + gzipSync(body, { level: 9 }).length,
    0,
  )
  await context.close()
  return row('console JavaScript for the first screen, gzip', 'kB', 350, [bytes / 1000])
}

/** GitHub's portal from entering the address, with an empty cache, to its list of operations. */
async function portal(browser: Browser, penstock: PenstockProcess): Promise<Row> {
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
