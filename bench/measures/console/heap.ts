import type { Page } from '@playwright/test'
import { type Row, quantile, row } from '../../measure.ts'
import { graph, openDesigner } from './apis.ts'
import type { Console } from './start-console.ts'

const words = ['calendar', 'drive', 'teams', 'message', 'group', 'device', 'policy', 'attachment']

/** How much the heap grows over scripted editing, each sample after a full collection. */
export async function heapRow(console: Console, minutes: number): Promise<Row> {
  const page = await console.open()
  await openDesigner(page, console, graph)
  const devtools = await page.context().newCDPSession(page)
  const sample = async () => {
    await devtools.send('HeapProfiler.collectGarbage')
    return (await devtools.send('Runtime.getHeapUsage')).usedSize / 1e6
  }
  // Everything that is loaded and built at its first use is there before the first sample.
  for (let at = 0; at < words.length; at++) await editOnce(page, at)
  const samples: number[] = [await sample()]
  const count = 30
  const until = performance.now() + minutes * 60_000
  const pause = (minutes * 60_000) / count
  let edits = 0
  while (performance.now() < until) {
    const next = performance.now() + pause
    while (performance.now() < next) await editOnce(page, words.length + edits++)
    samples.push(await sample())
  }
  await page.context().close()
  const first = quantile(samples.slice(0, 3), 0.5)
  const last = quantile(samples.slice(-3), 0.5)
  return row(
    `heap after ${minutes} minutes of editing, growth, ${graph.label}`,
    '%',
    10,
    [(last / first - 1) * 100],
    {
      runs: samples.length,
      note: `${edits} rounds, from ${first.toFixed(0)} to ${last.toFixed(0)} MB`,
    },
  )
}

/** Finds an operation, renames it, undoes that, adds a resource, undoes that, and looks around. */
async function editOnce(page: Page, at: number): Promise<void> {
  const search = page.getByRole('searchbox', { name: 'Search this API' })
  const undo = page.getByRole('button', { name: /^Undo/ })
  await search.fill(words[at % words.length]!)
  const lines = page.getByRole('treeitem', { name: /^(GET|POST|PATCH|DELETE) / })
  await lines.nth(at % 7).click()
  const field = page.getByRole('textbox', { name: 'Operation id' })
  await field.fill(`renamed-${at}`)
  await field.press('Enter')
  if (at % 3 !== 0) await undo.click()
  await search.fill('')
  await page
    .getByRole('treeitem')
    .nth(1 + (at % 3))
    .click()
  await page.getByRole('toolbar', { name: 'Palette' }).getByText('Resource').click()
  await page.keyboard.press('Escape')
  await undo.click()
  await page.getByRole('application').hover()
  await page.mouse.wheel(0, at % 2 === 0 ? 400 : -400)
}
