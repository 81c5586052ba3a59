import type { DropTarget } from './drop-target.ts'

/** What takes that which is dragged over it: a dashed outline around a node, a dashed line along an edge. */
export function DropMark({ target: { node, edge } }: { target: DropTarget }) {
  if (node) {
    const { x, y, width, height } = node
    return (
      <div
        data-testid="drop-mark"
        className="pointer-events-none absolute rounded-[10px] border-dashed border-accent"
        style={{
          left: x - 4,
          top: y - 4,
          width: width + 8,
          height: height + 8,
          borderWidth: 'calc(2px / var(--canvas-zoom, 1))',
          background: 'color-mix(in oklch, var(--accent) 10%, transparent)',
        }}
      />
    )
  }
  if (!edge) return null
  return (
    <svg
      aria-hidden
      data-testid="drop-mark"
      className="pointer-events-none absolute top-0 left-0 size-px overflow-visible"
      fill="none"
    >
      <path
        d={edge.path}
        stroke="var(--accent)"
        strokeDasharray="6 4"
        style={{ strokeWidth: 'calc(3px / var(--canvas-zoom, 1))' }}
      />
    </svg>
  )
}
