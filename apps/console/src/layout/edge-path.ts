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

/** From the right side of the source to the left side of the target, with one vertical piece. */
export function edgeLine(source: PlacedNode, target: PlacedNode): EdgeLine {
  const tx = target.x
  // What leads into a column gathers beside it: one trunk per column, however wide the sources are.
  return {
    sx: source.x + source.width,
    sy: source.y + source.height / 2,
    mx: tx - trunk,
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
