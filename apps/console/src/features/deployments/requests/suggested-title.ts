import type { ChangeView } from '@penstock/server'
import { worstFirst } from '../../review/change-rows.ts'
import { foldChanges, isFold } from '../../review/fold-changes.ts'
import { plural } from '../../review/plan-sentence.ts'

/** Room for how many more there are. */
const longest = 160

/** What a deploy request is called where nobody says it: the worst that it does, and how much there is besides. */
export function suggestedTitle(changes: readonly ChangeView[]): string {
  const [first] = foldChanges(worstFirst(changes))
  if (!first) return ''
  const rest = changes.length - (isFold(first) ? first.changes.length : 1)
  const title = first.title.length > longest ? `${first.title.slice(0, longest - 1)}…` : first.title
  return rest === 0 ? title : `${title}, and ${plural(rest, 'more change')}`
}
