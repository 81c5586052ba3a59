import type { RecordId } from '@penstock/model'

/** Where a person put a node, in canvas units. Absent means: where the layout puts it. */
export interface Position {
  readonly x: number
  readonly y: number
}

export type PositionsDiff = Readonly<Record<RecordId, readonly [from: Position | null, to: Position | null]>>

export const noPositions: PositionsDiff = {}

export function reversePositions(diff: PositionsDiff): PositionsDiff {
  return Object.fromEntries(Object.entries(diff).map(([id, [from, to]]) => [id, [to, from] as const]))
}

/** One change that does what both do in order; what comes back to where it was is gone. */
export function squashPositions(first: PositionsDiff, second: PositionsDiff): PositionsDiff {
  const out: Record<RecordId, readonly [Position | null, Position | null]> = { ...first }
  for (const [id, [from, to]] of Object.entries(second)) {
    const start = id in out ? out[id]![0] : from
    if (samePosition(start, to)) delete out[id]
    else out[id] = [start, to]
  }
  return out
}

export function samePosition(a: Position | null, b: Position | null): boolean {
  return a === b || (a !== null && b !== null && a.x === b.x && a.y === b.y)
}
