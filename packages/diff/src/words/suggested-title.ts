import type { ToldChange } from '../types.ts'
import { byVerdict } from '../verdict.ts'
import { foldChanges, isFold } from './fold-changes.ts'

/** Room for how many more there are. */
const longest = 160

/** What a deploy request is called where nobody says it: the worst that it does, and how much there is besides. */
export function suggestedTitle(changes: readonly ToldChange[]): string {
  const [first] = foldChanges(changes.toSorted((a, b) => byVerdict(a.verdict, b.verdict)))
  if (!first) return ''
  const rest = changes.length - (isFold(first) ? first.changes.length : 1)
  const title = first.title.length > longest ? `${first.title.slice(0, longest - 1)}…` : first.title
  if (rest === 0) return title
  return `${title}, and ${rest.toLocaleString('en')} more ${rest === 1 ? 'change' : 'changes'}`
}
