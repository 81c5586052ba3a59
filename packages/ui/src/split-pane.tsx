import { type KeyboardEvent, type PointerEvent, type ReactNode, useCallback, useRef, useState } from 'react'
import { cx } from './cx.ts'

export interface SplitPaneProps {
  /** The size is remembered in this browser under this name. */
  id: string
  /** The pane with a size of its own. */
  pane: ReactNode
  /** Takes the rest, all of it while the pane is closed; closing it does not mount the rest anew. */
  children: ReactNode
  isOpen?: boolean
  /** The open pane takes all; the rest is hidden, and comes back as it was. */
  isAlone?: boolean
  /** Which side the sized pane is on. */
  side?: 'left' | 'right' | 'bottom'
  /** Pixels. */
  defaultSize: number
  minSize?: number
  maxSize?: number
  /** Read by screen readers: "Resize the list of changes". */
  label: string
  className?: string
}

function storedSize(id: string, fallback: number): number {
  const stored = Number(localStorage.getItem(`penstock.pane.${id}`))
  return Number.isFinite(stored) && stored > 0 ? stored : fallback
}

/** Two panes with a divider to drag, or to move by the arrow keys. */
export function SplitPane(props: SplitPaneProps) {
  const {
    id,
    pane,
    children,
    side = 'left',
    defaultSize,
    minSize = 200,
    maxSize = 720,
    label,
    className,
    isOpen = true,
    isAlone = false,
  } = props
  const [size, setSize] = useState(() => storedSize(id, defaultSize))
  const drag = useRef<{ start: number; size: number } | null>(null)
  const isVertical = side === 'bottom'
  const direction = side === 'left' ? 1 : -1

  const resize = useCallback(
    (next: number) => {
      const clamped = Math.round(Math.min(maxSize, Math.max(minSize, next)))
      setSize(clamped)
      localStorage.setItem(`penstock.pane.${id}`, String(clamped))
    },
    [id, minSize, maxSize],
  )

  const position = (event: PointerEvent) => (isVertical ? event.clientY : event.clientX)
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { start: position(event), size }
  }
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (drag.current) resize(drag.current.size + (position(event) - drag.current.start) * direction)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -16, ArrowUp: -16, ArrowRight: 16, ArrowDown: 16 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    resize(size + step * direction)
  }

  const sized = (
    <div
      className={cx('relative min-h-0 min-w-0 overflow-hidden', isAlone ? 'flex-1' : 'shrink-0')}
      // In a small window something is left of the rest, whatever size was chosen in a larger one.
      style={
        isAlone ? {} : isVertical ? { height: size, maxHeight: '75%' } : { width: size, maxWidth: '75%' }
      }
    >
      {pane}
    </div>
  )
  const divider = (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an <hr> can't take focus and a value
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={isVertical ? 'horizontal' : 'vertical'}
      aria-valuenow={size}
      aria-valuemin={minSize}
      aria-valuemax={maxSize}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        drag.current = null
      }}
      onDoubleClick={() => resize(defaultSize)}
      onKeyDown={onKeyDown}
      className={cx(
        'relative z-10 shrink-0 touch-none bg-line transition-[background-color] hover:bg-accent focus-visible:bg-accent',
        isVertical
          ? 'h-px cursor-row-resize before:absolute before:inset-x-0 before:-inset-y-1'
          : 'w-px cursor-col-resize before:absolute before:-inset-x-1 before:inset-y-0',
      )}
    />
  )
  return (
    <div className={cx('relative flex min-h-0 min-w-0 flex-1', isVertical && 'flex-col', className)}>
      {isOpen && side === 'left' && sized}
      {isOpen && !isAlone && side === 'left' && divider}
      <div
        // What is hidden keeps its size: a graph without one would not know where it was looked at.
        className={cx('overflow-hidden', isAlone ? 'invisible absolute inset-0' : 'min-h-0 min-w-0 flex-1')}
        inert={isAlone}
      >
        {children}
      </div>
      {isOpen && !isAlone && side !== 'left' && divider}
      {isOpen && side !== 'left' && sized}
    </div>
  )
}
