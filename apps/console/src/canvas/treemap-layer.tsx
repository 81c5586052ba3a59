import { useStore, useStoreApi } from '@xyflow/react'
import { useTheme } from '@penstock/ui'
import { type Ref, useImperativeHandle, useLayoutEffect, useRef } from 'react'
import type { MapCell } from '../layout/index.ts'
import './treemap.css'
import { forgetWidths, type GroupLabel, labelCells, paintMap, readLook } from './treemap-paint.ts'
import { usePixelRatio } from './use-pixel-ratio.ts'

// Also while no map is drawn: what was measured before is of other fonts.
document.fonts.addEventListener('loadingdone', forgetWidths)

export interface TreemapHandle {
  /** Lights the group under the pointer. */
  hover(id: string | null): void
}

/**
 * The API from afar, on one canvas over the pane: thousands of boxes are drawn in some milliseconds, in each frame of a
 * zoom at just its size, where as elements they took a hundred (`npm run bench:console`, pan and zoom). The outline says
 * the same to screen readers.
 */
export function TreemapLayer(props: {
  cells: readonly MapCell[]
  selected: ReadonlySet<string>
  label: (id: string) => GroupLabel
  ref: Ref<TreemapHandle>
}) {
  const { cells, selected, label, ref } = props
  const canvas = useRef<HTMLCanvasElement>(null)
  const store = useStoreApi()
  const width = useStore((state) => state.width)
  const height = useStore((state) => state.height)
  const ratio = usePixelRatio()
  const { theme } = useTheme()
  const hovered = useRef<string | null>(null)
  const repaint = useRef<(() => void) | null>(null)

  useImperativeHandle(ref, () => ({
    hover: (id) => {
      if (hovered.current === id) return
      hovered.current = id
      repaint.current?.()
    },
  }))

  useLayoutEffect(() => {
    const element = canvas.current
    const brush = element?.getContext('2d')
    if (!element || !brush) return
    const look = readLook(element)
    const labelled = labelCells(cells, label, selected)
    const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)]
    if (element.width !== across || element.height !== down) {
      element.width = across
      element.height = down
    }
    let asked = 0
    const paint = () => {
      asked = 0
      const [x, y, zoom] = store.getState().transform
      brush.setTransform(ratio, 0, 0, ratio, 0, 0)
      paintMap(brush, labelled, { x, y, zoom }, { width, height }, hovered.current, look)
    }
    const ask = () => (asked ||= requestAnimationFrame(paint))
    paint()
    repaint.current = ask
    const stop = store.subscribe((state, before) => {
      if (state.transform !== before.transform) ask()
    })
    document.fonts.addEventListener('loadingdone', ask)
    return () => {
      stop()
      document.fonts.removeEventListener('loadingdone', ask)
      cancelAnimationFrame(asked)
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the theme is in the colors that are read
  }, [cells, selected, label, store, width, height, ratio, theme])

  return (
    <canvas
      ref={canvas}
      aria-hidden
      data-testid="treemap"
      data-groups={cells.length}
      className="treemap"
      style={{ width, height }}
    />
  )
}
