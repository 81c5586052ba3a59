import type { Conflict } from '../../editor/index.ts'

/** Who changed what I am changing, in words. */
export function conflictText(conflicts: readonly Conflict[]): string {
  const [who, ...others] = new Set(conflicts.map(({ by }) => by ?? 'Somebody else'))
  const name = others.length === 0 ? who : 'Others'
  return conflicts.length === 1
    ? `${name} changed this too`
    : `${name} changed ${conflicts.length} of these too`
}
