import type { ChangeView } from '@penstock/server'

export type FindingView = ChangeView['findings'][number]
export type Side = 'before' | 'after'

/** A place in a record's text, before or after. */
export interface TextPlace {
  readonly side: Side
  readonly record: string
  readonly path: readonly (string | number)[]
}

/** The places that a finding names, before and after: the same path twice is one place in both. */
export function placesOf({ before, after }: FindingView): TextPlace[] {
  const sides = [
    ['before', before],
    ['after', after],
  ] as const
  return sides.flatMap(([side, location]) =>
    location?.record === undefined ? [] : [{ side, record: location.record, path: location.path ?? [] }],
  )
}

/** Whether both sides name the same place, so that it need be said once. */
export function isOnePlace([a, b]: readonly TextPlace[]): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    a.record === b.record &&
    JSON.stringify(a.path) === JSON.stringify(b.path)
  )
}

/** A place as an address keeps it. */
export function writePlace({ side, path }: TextPlace): string {
  return JSON.stringify([side, ...path])
}

/** Reads what `writePlace` wrote; undefined for anything else. */
export function readPlace(text: string | undefined): Pick<TextPlace, 'side' | 'path'> | undefined {
  if (text === undefined) return undefined
  let parts: unknown
  try {
    parts = JSON.parse(text)
  } catch (cause) {
    // An address that somebody typed.
    if (cause instanceof SyntaxError) return undefined
    throw cause
  }
  if (!Array.isArray(parts)) return undefined
  const [side, ...path] = parts as unknown[]
  if (side !== 'before' && side !== 'after') return undefined
  return { side, path: path.filter((step) => typeof step === 'string' || typeof step === 'number') }
}
