import type { PlacedNode } from './placed.ts'

export interface EdgeLine {
  readonly sx: number
  readonly sy: number
  readonly mx: number
  readonly tx: number
  readonly ty: number
}

const radius = 8
const trunk = 20
const laneWidth = 10

/**
 * What a column with these many lanes needs at its left, in pixels, so that no trunk comes nearer to what is there than
 * to the column.
 */
export function roomForLanes(lanes: number): number {
  return 2 * trunk + Math.max(0, lanes - 1) * laneWidth
}

/** From the right side of the source to the left side of the target, with one vertical piece in a lane beside it. */
export function edgeLine(source: PlacedNode, target: PlacedNode, lane = 0): EdgeLine {
  const tx = target.x
  // What leads to one node gathers beside its column in one trunk, however wide the sources are.
  return {
    sx: source.x + source.width,
    sy: source.y + source.height / 2,
    mx: tx - trunk - lane * laneWidth,
    tx,
    ty: target.y + target.height / 2,
  }
}

/** An SVG path with orthogonal pieces and rounded corners. */
export function edgePath({ sx, sy, mx, tx, ty }: EdgeLine): string {
  if (Math.abs(sy - ty) < 1) return `M${sx} ${sy}H${tx}`
  const down = ty > sy ? 1 : -1
  const r = Math.min(radius, Math.abs(ty - sy) / 2, Math.abs(mx - sx), Math.abs(tx - mx))
  const out = mx >= sx ? 1 : -1
  const into = tx >= mx ? 1 : -1
  return (
    `M${sx} ${sy}H${mx - out * r}Q${mx} ${sy} ${mx} ${sy + down * r}` +
    `V${ty - down * r}Q${mx} ${ty} ${mx + into * r} ${ty}H${tx}`
  )
}
