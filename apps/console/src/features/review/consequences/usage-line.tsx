import type { ChangeView } from '@penstock/server'
import { cx } from '@penstock/ui'
import { plural } from '../plan-sentence.ts'
import { useConsequences } from './consequences-context.ts'
import { sumOfUse } from './sum-of-use.ts'
import { mayBeUsed } from './use-of-changes.ts'
import { usageWords } from './usage-words.ts'

export interface UsageLineProps {
  /** One, or those of a fold. */
  changes: readonly ChangeView[]
  className?: string
}

/** How many routes a change touches, and how much they were used. Stands there before the figures do. */
export function UsageLine({ changes, className }: UsageLineProps) {
  const consequences = useConsequences()
  if (!consequences || !mayBeUsed(changes)) return null
  const { view, usageOf, at, isOver } = consequences
  const usage = sumOfUse(changes, usageOf)
  const routes = new Set(changes.flatMap(({ affects }) => affects)).size
  return (
    <p className={cx('tabular -mt-1 pr-3 pb-2 text-xs text-pretty text-fg-3', className)}>
      {plural(routes, 'route')}
      {view && usage && ` · ${isOver ? 'as of now: ' : ''}${usageWords(usage, view, at)}`}
    </p>
  )
}
