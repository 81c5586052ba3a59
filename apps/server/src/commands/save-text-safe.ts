import { type KeptPart, partWithoutSecrets } from '@penstock/openapi/live'

/** A part that is not saved, and trying again would not help. */
export interface RefusedPart {
  readonly place: string
  /** `secrets`: it says some, or can't be told from them. */
  readonly reason: 'secrets'
}

interface Changes<Part, Gone> {
  readonly put: readonly Part[]
  readonly remove: readonly Gone[]
}

/**
 * What of a save may be kept, without the secrets in it. A part that can't be told from them is refused, and what it was
 * to stand for stays: other parts are saved all the same.
 */
export function safeChanges<Part extends KeptPart, Gone extends { readonly place: string }>(
  changes: Changes<Part, Gone>,
): Changes<Part, Gone> & { readonly refused: readonly RefusedPart[] } {
  const put: Part[] = []
  const unsafe = new Set<string>()
  for (const part of changes.put) {
    const safe = partWithoutSecrets(part)
    if (safe) put.push(safe)
    else unsafe.add(part.place)
  }
  const remove: Gone[] = []
  const refused = [...unsafe]
  for (const gone of changes.remove) {
    if (isBelow(gone.place, unsafe)) refused.push(gone.place)
    else remove.push(gone)
  }
  return { put, remove, refused: refused.map((place) => ({ place, reason: 'secrets' })) }
}

/** Everything is below a whole text. */
function isBelow(place: string, above: ReadonlySet<string>): boolean {
  if (above.has('')) return true
  for (let at = place.lastIndexOf('/'); at > 0; at = place.lastIndexOf('/', at - 1))
    if (above.has(place.slice(0, at))) return true
  return false
}
