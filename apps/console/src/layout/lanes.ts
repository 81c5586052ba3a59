/** How far a trunk runs beside its column. */
export interface Span {
  readonly top: number
  readonly bottom: number
}

/** Beyond these many lanes beside a column trunks share one. */
const mostLanes = 5

/**
 * The lane of each trunk beside a column, from 0, so that none runs in one line with another that it passes. In the
 * order of the trunks; deterministic.
 */
export function lanesOf(spans: readonly Span[]): number[] {
  const lanes: Span[][] = []
  return spans.map((span, at) => {
    const free = lanes.findIndex((taken) => !taken.some((other) => meet(span, other)))
    const lane = free >= 0 ? free : lanes.length < mostLanes ? lanes.length : at % mostLanes
    const taken = lanes[lane]
    if (taken) taken.push(span)
    else lanes.push([span])
    return lane
  })
}

function meet(a: Span, b: Span): boolean {
  return a.top <= b.bottom && b.top <= a.bottom
}
