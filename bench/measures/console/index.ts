import { atRest } from '../../at-rest.ts'
import type { Measure, Row } from '../../measure.ts'
import { github, graph, prepare } from './apis.ts'
import { editRows } from './edits.ts'
import { framesRow } from './frames.ts'
import { heapRow } from './heap.ts'
import { layoutRows } from './layout.ts'
import { openRow } from './open.ts'
import { reviewRows } from './review.ts'
import { searchRow } from './search.ts'
import { startConsole } from './start-console.ts'

/**
 * The designer and the review in headless Chromium, with GitHub's API (845 operations) and Microsoft Graph's (11,422).
 * Each row begins at rest. `--short` edits for two minutes instead of ten and opens six times instead of thirty.
 */
export const consoleMeasure: Measure = {
  name: 'console',
  async *run({ isShort, only }) {
    await using console = await startConsole()
    const runs = isShort ? 6 : 30
    const parts: Record<string, () => Promise<Row | Row[]>> = {}
    for (const api of [github, graph]) {
      parts[`open ${api.slug}`] = () => openRow(console, api, runs)
      parts[`edit ${api.slug}`] = () => editRows(console, api, 30)
      parts[`frames ${api.slug}`] = () => framesRow(console, api, isShort ? 3 : 9)
    }
    parts['search'] = () => searchRow(console, 60)
    parts['layout'] = () => layoutRows(console, runs)
    parts['heap'] = () => heapRow(console, isShort ? 2 : 10)
    // Last: it stages what the others would be measured with.
    parts['review'] = () => reviewRows(console, runs)
    const wanted = Object.entries(parts).filter(
      ([name]) => only.length === 0 || only.some((word) => name.includes(word)),
    )
    for (const api of [github, graph]) await prepare(console, api)
    for (const [, measure] of wanted) {
      const busy = await atRest()
      for (const each of [await measure()].flat()) yield { ...each, busy }
    }
  },
}
