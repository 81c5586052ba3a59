import type { PlacedEdge, PlacedNode, Rect } from './placed.ts'

export interface EdgeLine {
  readonly sx: number
  readonly sy: number
  readonly mx: number
  readonly tx: number
  readonly ty: number
}

const radius = 8
const trunk = 32

/** From the right side of the source to the left side of the target, with one vertical piece. */
export function edgeLine(edge: PlacedEdge, source: PlacedNode, target: PlacedNode): EdgeLine {
  const sx = source.x + source.width
  const tx = target.x
  // Tree edges branch beside the parent, edges to shared targets gather beside the target: each side has one trunk.
  const mx = target.role === 'target' ? tx - trunk : Math.min(sx + trunk + (columnRest(source) || 0), tx - 16)
  return { sx, sy: source.y + source.height / 2, mx, tx, ty: target.y + target.height / 2 }
}

/** Space that a narrow node leaves in its column, so that the trunks of a column stand in one line. */
function columnRest(source: PlacedNode): number {
  return Math.max(0, 216 - source.width)
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

export function edgeBounds({ sx, sy, mx, tx, ty }: EdgeLine): Rect {
  const x = Math.min(sx, mx, tx)
  const y = Math.min(sy, ty)
  return { x, y, width: Math.max(sx, mx, tx) - x, height: Math.max(sy, ty) - y }
}
