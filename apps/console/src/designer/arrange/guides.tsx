import type { Guide } from './snap.ts'

/** One pixel on the screen, at every zoom. */
const thin = 'calc(1px / var(--canvas-zoom, 1))'

/** The lines along which what is dragged stands with something else. */
export function Guides({ guides }: { guides: readonly Guide[] }) {
  return guides.map(({ axis, at, from, to }) => (
    <div
      key={axis}
      aria-hidden
      data-testid="guide"
      className="pointer-events-none absolute bg-accent"
      style={
        axis === 'x'
          ? { left: at, top: from, width: thin, height: to - from }
          : { left: from, top: at, width: to - from, height: thin }
      }
    />
  ))
}
