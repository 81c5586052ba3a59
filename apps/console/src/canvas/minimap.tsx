import { type PointerEvent, type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import { useTheme } from '@penstock/ui'
import type { PlacedNode, Rect, SpatialIndex } from '../layout/index.ts'
import { afterFrame } from './after-frame.ts'
import { contains, type Size } from './viewport.ts'
import { type Tone, toneOrder } from './tones.ts'

const width = 152
const height = 100
const margin = 6
/** Its distance from the corner, and what is kept free around it. */
const inset = 12

export interface MinimapHandle {
  /** Draws the frame around what the screen shows. */
  show(rect: Rect): void
  /** The corner that it takes of the canvas; nothing while it is hidden. */
  size(): Size
}

export interface MinimapProps {
  index: SpatialIndex
  tone: (id: string) => Tone
  onMove: (x: number, y: number) => void
  ref: Ref<MinimapHandle>
}

/**
 * The whole graph on one small canvas. Drawn anew when the graph changes; a pan moves only the frame. While the screen
 * shows all of the graph there is nothing to find with it, and it gives its corner back.
 */
export function Minimap({ index, tone, onMove, ref }: MinimapProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const root = useRef<HTMLDivElement>(null)
  const { theme } = useTheme()
  const { bounds } = index
  const scale = Math.min(
    (width - 2 * margin) / Math.max(1, bounds.width),
    (height - 2 * margin) / Math.max(1, bounds.height),
    0.25,
  )
  const left = (width - bounds.width * scale) / 2 - bounds.x * scale
  const top = (height - bounds.height * scale) / 2 - bounds.y * scale

  useImperativeHandle(ref, () => ({
    show: (rect) => {
      const style = frame.current?.style
      if (!style || !root.current) return
      root.current.hidden = contains(rect, bounds)
      const [x, y] = [Math.max(0, rect.x * scale + left), Math.max(0, rect.y * scale + top)]
      style.transform = `translate(${x}px, ${y}px)`
      style.width = `${Math.max(4, Math.min(width, (rect.x + rect.width) * scale + left) - x)}px`
      style.height = `${Math.max(4, Math.min(height, (rect.y + rect.height) * scale + top) - y)}px`
    },
    size: () =>
      root.current?.hidden === false
        ? { width: width + 2 * inset, height: height + 2 * inset }
        : { width: 0, height: 0 },
  }))

  // After the frame that shows the change itself: asking for colours makes the browser work out all styles there and then.
  useEffect(
    () =>
      afterFrame(() => {
        const element = canvas.current
        const context = element?.getContext('2d')
        if (!element || !context) return
        const colors = readColors(element)
        const ratio = window.devicePixelRatio || 1
        element.width = width * ratio
        element.height = height * ratio
        context.scale(ratio, ratio)
        const layers = new Map<Tone, PlacedNode[]>(toneOrder.map((layer) => [layer, []]))
        for (const node of index.graph.nodes) layers.get(tone(node.id))?.push(node)
        // What stands out is drawn over the rest, and never too small to be seen.
        for (const [layer, nodes] of layers) {
          const least = layer === 'plain' || layer === 'faint' ? 1.5 : 3
          context.fillStyle = colors[layer]
          for (const node of nodes) {
            const [w, h] = [Math.max(least, node.width * scale), Math.max(least, node.height * scale)]
            context.fillRect(node.x * scale + left, node.y * scale + top, w, h)
          }
        }
      }),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the theme is in the colors that are read
    [index, tone, scale, left, top, theme],
  )

  const move = (event: PointerEvent<HTMLDivElement>) => {
    if (event.buttons !== 1) return
    const box = event.currentTarget.getBoundingClientRect()
    onMove((event.clientX - box.left - left) / scale, (event.clientY - box.top - top) / scale)
  }
  return (
    <div
      ref={root}
      aria-hidden
      data-testid="minimap"
      className="absolute right-3 bottom-3 z-10 overflow-hidden rounded-lg border border-line bg-surface/80 backdrop-blur-xs hover:bg-surface"
      style={{ width, height }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        move(event)
      }}
      onPointerMove={move}
    >
      <canvas ref={canvas} style={{ width, height }} />
      <div ref={frame} className="absolute top-0 left-0 rounded-sm border border-accent bg-accent/10" />
    </div>
  )
}

function readColors(element: HTMLElement): Readonly<Record<Tone, string>> {
  const style = getComputedStyle(element)
  const color = (name: string) => style.getPropertyValue(name).trim()
  const plain = color('--line-strong')
  return {
    plain,
    faint: color('--line'),
    selected: color('--accent'),
    added: color('--added'),
    changed: color('--changed'),
    removed: color('--removed'),
    lit: color('--live'),
  }
}
