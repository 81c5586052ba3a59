const known = new Set<string>()
/** A change is told of within moments: these many are never on their way at once. */
const knownMax = 200

/** Remembers a change of the draft that this tab sends, by the id that it chose. */
export function rememberOwnChange(changeId: string): void {
  known.add(changeId)
  for (const id of known) {
    if (known.size <= knownMax) break
    known.delete(id)
  }
}

/** Whether this tab made a change that the live connection tells of. */
export function isOwnChange(changeId: string): boolean {
  return known.has(changeId)
}
