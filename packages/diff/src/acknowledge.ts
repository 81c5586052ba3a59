import { checkList } from './checks/index.ts'
import type { Acknowledgement, ToldChange } from './types.ts'

/** Somebody takes a change upon themselves, or all that one check found. */
export interface GivenAcknowledgement {
  /** Id of a change, or of a check. */
  readonly of: string
  readonly reason: string
}

/**
 * Changes with what is acknowledged of them. By checks a change is acknowledged when each finding that makes it as bad as
 * it is was; one finding that nobody spoke of keeps it open. What was acknowledged before stays.
 */
export function acknowledgeChanges<C extends ToldChange>(
  changes: readonly C[],
  given: readonly GivenAcknowledgement[],
  who: Omit<Acknowledgement, 'reason'>,
): C[] {
  const reasons = new Map(given.map(({ of, reason }) => [of, reason]))
  return changes.map((change) => {
    const reason = change.acknowledged ? undefined : reasonFor(change, reasons)
    return reason === undefined ? change : { ...change, acknowledged: { reason, ...who } }
  })
}

function reasonFor(
  { id, verdict, findings }: ToldChange,
  reasons: ReadonlyMap<string, string>,
): string | undefined {
  const own = reasons.get(id)
  if (own !== undefined) return own
  const worst = new Set(
    findings.filter((finding) => finding.verdict === verdict).map(({ check }) => reasons.get(check)),
  )
  return worst.has(undefined) || worst.size === 0 ? undefined : [...worst].join(' ')
}

/** What was given and names neither a change nor a check: most likely mistyped. */
export function unknownAcknowledgements(
  changes: readonly ToldChange[],
  given: readonly GivenAcknowledgement[],
): string[] {
  const known = new Set([...changes.map(({ id }) => id), ...checkList.map(({ id }) => id)])
  return given.map(({ of }) => of).filter((name) => !known.has(name))
}

/** Whether a change breaks clients and nobody took it upon themselves. */
export function isOpenBreak({
  verdict,
  acknowledged,
}: Pick<ToldChange, 'verdict' | 'acknowledged'>): boolean {
  return verdict === 'breaking' && !acknowledged
}
