import type { ChangeView } from '@penstock/server'
import type { Usage } from './usage-words.ts'

/** Which changes are listed by how much their routes were used. */
export type UseFilter = 'day' | 'month' | 'none'
export type UsageOf = ReadonlyMap<ChangeView['id'], Usage>

/** Whether changes touch what somebody may have used: nobody used a route that comes only now. */
export function mayBeUsed(changes: readonly ChangeView[]): boolean {
  return changes.some(
    ({ affects, action, record }) =>
      affects.length > 0 && !(action === 'added' && affects.every((route) => route === record)),
  )
}

/** Used in the last 24 hours, in the last 30 days, or not at all. What touches no route, or a new one, is none of these. */
export function isUsedLike(change: ChangeView, usageOf: UsageOf, use: UseFilter): boolean {
  const usage = usageOf.get(change.id)
  if (!usage || !mayBeUsed([change])) return false
  return use === 'none' ? usage.month.requests === 0 : usage[use].requests > 0
}

/** Most used in the last 30 days first; those that are used alike stay in their order. */
export function byUse(changes: readonly ChangeView[], usageOf: UsageOf): ChangeView[] {
  const requests = ({ id }: ChangeView) => usageOf.get(id)?.month.requests ?? 0
  return changes.toSorted((a, b) => requests(b) - requests(a))
}
