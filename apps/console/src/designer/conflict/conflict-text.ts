import type { Conflict } from '../../editor/index.ts'

/** Who changed what I am changing, in words; or what is closed in it. */
export function conflictText(conflicts: readonly Conflict[], isHeld = false): string {
  const [who, ...others] = new Set(conflicts.map(({ by }) => by ?? 'Somebody else'))
  const name = others.length === 0 ? who : 'Others'
  const what = isHeld ? 'something in here' : 'this'
  return conflicts.length === 1
    ? `${name} changed ${what} too`
    : `${name} changed ${conflicts.length} ${isHeld ? 'things in here' : 'of these'} too`
}
