import type { ChangeView } from '@penstock/server'
import type { UsageOf } from './use-of-changes.ts'
import type { Usage } from './usage-words.ts'

/**
 * The use of one change, or of several that touch no route in common, without their consumers: one may call two of them.
 * Undefined where it is not known.
 */
export function sumOfUse(changes: readonly ChangeView[], usageOf: UsageOf): Usage | undefined {
  const [first] = changes
  if (first && changes.length === 1) return usageOf.get(first.id)
  const routes = changes.flatMap(({ affects }) => affects)
  if (new Set(routes).size < routes.length) return undefined
  const sum = { day: 0, month: 0 }
  for (const { id } of changes) {
    const usage = usageOf.get(id)
    if (!usage) return undefined
    sum.day += usage.day.requests
    sum.month += usage.month.requests
  }
  const used = (requests: number) => ({ requests, consumers: 0, isMore: true })
  return { day: used(sum.day), month: used(sum.month) }
}
