import type { Page } from '@playwright/test'
import { type Row, row } from '../../measure.ts'
import { graph, openDesigner } from './apis.ts'
import type { Console } from './start-console.ts'

/** The worker's answers, from asking to being answered: with every branch of Graph's open, and after one insertion then. */
export async function layoutRows(console: Console, runs: number): Promise<Row[]> {
  const page = await console.open()
  await openDesigner(page, console, graph)
  const palette = page.getByRole('dialog', { name: 'Command palette' })
  const all: number[] = []
  const run = async (name: string) => {
    await page.keyboard.press('ControlOrMeta+k')
    await palette.getByRole('searchbox').fill(name)
    const took = nextLayout(page)
    await page.keyboard.press('Enter')
    const ms = await took
    // The next palette opens only when this one has gone.
    await palette.waitFor({ state: 'detached' })
    return ms
  }
  for (let at = 0; at < runs; at++) {
    all.push((await run('Open every branch')) / 1000)
    if (at < runs - 1) await run('Close every branch')
  }
  const outline = page.getByRole('tree', { name: 'The API as a tree' })
  // The first of all: its line, which says how many operations it holds, is there when the outline is at its top.
  const resource = outline.getByRole('treeitem', { name: /^\/admin( \d+)?$/ })
  const chooseResource = async () => {
    await outline.press('Home')
    await resource.click()
  }
  await chooseResource()
  const insertions: number[] = []
  for (let at = 0; at < runs; at++) {
    const took = nextLayout(page)
    await page.getByRole('toolbar', { name: 'Palette' }).getByText('Resource').click()
    insertions.push(await took)
    await page.keyboard.press('Escape')
    const undone = nextLayout(page)
    await page.getByRole('button', { name: /^Undo/ }).click()
    await undone
    await chooseResource()
  }
  await page.context().close()
  return [
    row("layout of all of Graph's, off the main thread", 's', 3, all),
    row("layout of all of Graph's after one insertion", 'ms', 100, insertions),
  ]
}

/** Milliseconds that the next answer of the layout's worker takes. */
function nextLayout(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const { layouts } = window.stopwatch
        const before = layouts.length
        const look = () => {
          if (layouts.length > before) resolve(layouts[before]!.took)
          else setTimeout(look, 4)
        }
        look()
      }),
  )
}
