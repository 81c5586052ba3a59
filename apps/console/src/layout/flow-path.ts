import type { EdgeLine } from './edge-path.ts'

const radius = 8

/** The head of an edge that ends here. Edges from left to right need none; the paths of a flow lead both ways. */
export function arrowRight(x: number, y: number): string {
  return `M${x - 5} ${y - 4}L${x} ${y}L${x - 5} ${y + 4}`
}

export function arrowLeft(x: number, y: number): string {
  return `M${x + 5} ${y - 4}L${x} ${y}L${x + 5} ${y + 4}`
}

/**
 * From the upper or lower side of a node past what stands beside it: away to the height that is given, along, and down
 * or up to the left side of another.
 */
export function bridgePath({ sx, sy, mx, tx, ty }: EdgeLine, over: number): string {
  const away = Math.min(radius, Math.abs(sy - over) / 2, Math.abs(mx - sx) / 2)
  const back = over < sy ? 1 : -1
  const side = mx >= sx ? 1 : -1
  const down = ty >= over ? 1 : -1
  const r = Math.min(radius, Math.abs(ty - over) / 2, Math.abs(mx - sx) / 2, Math.abs(tx - mx))
  return (
    `M${sx} ${sy}V${over + back * away}Q${sx} ${over} ${sx + side * away} ${over}` +
    `H${mx - side * r}Q${mx} ${over} ${mx} ${over + down * r}` +
    `V${ty - down * r}Q${mx} ${ty} ${mx + r} ${ty}H${tx}`
  )
}
