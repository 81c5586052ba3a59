import type { Page } from '@playwright/test'
import { type Row, row } from '../../measure.ts'
import { type Undisturbed, undisturbed } from '../../undisturbed.ts'
import { type MeasuredApi, openDesigner } from './apis.ts'
import type { Console } from './start-console.ts'
import { timeOf } from './stopwatch.ts'

/** Keys in a field and drops from the palette, each until the frame that shows what came of it. */
export async function editRows(console: Console, api: MeasuredApi, runs: number): Promise<Row[]> {
  const page = await console.open()
  await openDesigner(page, console, api)
  const keys = await keystrokes(page, api, runs)
  await page.reload()
  await openDesigner(page, console, api)
  const drops = await dropsOnResource(page, api, runs)
  await page.context().close()
  const { stroke } = api.limits
  return [
    row(
      `keystroke in a field to painted, ${api.label}`,
      'ms',
      stroke,
      keys.samples.map(({ typed }) => typed),
      host(keys),
    ),
    row(
      `Enter in a field to painted on the graph, ${api.label}`,
      'ms',
      stroke,
      keys.samples.map(({ taken }) => taken),
      host(keys),
    ),
    row(`drop on the graph to painted, ${api.label}`, 'ms', stroke, drops.samples, host(drops)),
  ]
}

const host = ({ samples: _, ...said }: Undisturbed<unknown>) => said

async function keystrokes(page: Page, { method }: MeasuredApi, runs: number) {
  const [, words] = method.split(' ')
  await page.getByRole('searchbox', { name: 'Search this API' }).fill(words!)
  await page.getByRole('treeitem', { name: method, exact: true }).click()
  const field = page.getByRole('textbox', { name: 'Operation id' })
  await field.fill('an-operation-')
  await field.press('Enter')
  let text = 'an-operation-'
  const next = (run: number) => {
    const key = String.fromCharCode(97 + (run % 26))
    text += key
    return key
  }
  const stroke = async (key: string) => {
    // The field says nothing as text: that its frame came is what is waited for.
    const typed = await timeOf(page, 'keydown', { selector: `.flow-canvas` }, () => field.press(key))
    const taken = await timeOf(page, 'keydown', { selector: '.flow-canvas .node-title', text }, () =>
      field.press('Enter'),
    )
    return { typed, taken }
  }
  return undisturbed(runs, stroke, next)
}

async function dropsOnResource(page: Page, { resource }: MeasuredApi, runs: number) {
  const item = page.getByRole('toolbar', { name: 'Palette' }).getByText('Resource')
  const target = page.locator('.flow-canvas .react-flow__node').filter({ hasText: resource }).first()
  const added = page.locator('.flow-canvas .node-title').getByText(/^\/(new|resource)/)
  const dropped = { selector: '.flow-canvas .react-flow__node.selected' }
  const drop = () => timeOf(page, 'drop', dropped, () => item.dragTo(target))
  return undisturbed(runs, drop, async (at) => {
    if (at === 0) return
    await page.getByRole('button', { name: /^Undo/ }).click()
    await added.waitFor({ state: 'detached' })
    await page.keyboard.press('Escape')
  })
}
