import type { ChangeView } from '@penstock/server'
import { ChangeMark } from '@penstock/ui'

const shownMax = 8

/** What a dialog asks about, a sentence each: the first of them, and how many more there are. */
export function ChangeSentences({ label, changes }: { label: string; changes: readonly ChangeView[] }) {
  return (
    <ul aria-label={label} className="flex flex-col gap-1">
      {changes.slice(0, shownMax).map((change) => (
        <li key={change.id} className="flex items-start gap-2 text-fg">
          <ChangeMark action={change.action} className="mt-0.5" />
          <span className="min-w-0 break-words">{change.title}</span>
        </li>
      ))}
      {changes.length > shownMax && <li>and {changes.length - shownMax} more</li>}
    </ul>
  )
}
