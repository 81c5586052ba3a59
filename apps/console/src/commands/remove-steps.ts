import { toast } from '@penstock/ui'
import type { DesignerSession } from '../designer/session.ts'
import { stepAt } from '../designer/steps/flow.ts'
import { recordOfPart } from '../editor/index.ts'

/** Removes the selected steps of flows in one undo and selects their methods; says whether the selection was of steps. */
export function removeSteps({ editor }: DesignerSession): boolean {
  const { ids } = editor.selection
  const found = ids.flatMap((id) => stepAt(editor.definition, id) ?? [])
  const [first] = found
  if (!first || found.length < ids.length) return false
  const kept = found.map(({ step, place }) => step.keptBecause(place)).find((reason) => reason !== null)
  if (kept) {
    toast({ title: `The ${first.step.noun.toLowerCase()} can’t be removed here`, description: kept })
    return true
  }
  const name = found.length === 1 ? first.step.noun.toLowerCase() : `${found.length} steps`
  editor.run(`Remove ${name}`, (transaction) => {
    // Each sees what the one before left.
    for (const id of ids) {
      const now = stepAt(transaction.all(), id)
      if (now) now.step.remove(transaction, now.place)
    }
  })
  editor.selection.set([...new Set(ids.map(recordOfPart))])
  return true
}
