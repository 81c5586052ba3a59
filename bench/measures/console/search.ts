import { type Row, row } from '../../measure.ts'
import { graph, openDesigner } from './apis.ts'
import type { Console } from './start-console.ts'
import { timeOf } from './stopwatch.ts'

const queries = ['calendar events', 'post attachment', 'delete app role', 'teams channel message']

/** Each key of a search in the outline until the frame that shows what it finds. */
export async function searchRow(console: Console, runs: number): Promise<Row> {
  const page = await console.open()
  await openDesigner(page, console, graph)
  const field = page.getByRole('searchbox', { name: 'Search this API' })
  const times: number[] = []
  for (let at = 0; times.length < runs; at++) {
    await field.fill('')
    let typed = ''
    for (const key of queries[at % queries.length]!) {
      typed += key
      const found = { selector: '[role=tree]', text: `for “${typed}”` }
      const time = await timeOf(page, 'keydown', found, () => field.press(key === ' ' ? 'Space' : key))
      if (key !== ' ') times.push(time)
    }
  }
  await page.context().close()
  return row(`full-text search, keystroke to painted, ${graph.label}`, 'ms', 30, times)
}
