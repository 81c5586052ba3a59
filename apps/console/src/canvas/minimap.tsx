import { type PointerEvent, type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import type { Rect, SpatialIndex } from '../layout/index.ts'
import type { Tone } from './tones.ts'

const width = 176
const height = 120
const margin = 6

export interface MinimapHandle {
  /** Draws the frame around what the screen shows. */
  show(rect: Rect): void
}

export interface MinimapProps {
  index: SpatialIndex
  tone: (id: string) => Tone
  onMove: (x: number, y: number) => void
  ref: Ref<MinimapHandle>
}

/** The whole graph on one small canvas. Drawn anew when the graph changes; a pan moves only the frame. */
export function Minimap({ index, tone, onMove, ref }: MinimapProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const frame = useRef<HTMLDivElement>(null)
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
      if (!style) return
      const [x, y] = [Math.max(0, rect.x * scale + left), Math.max(0, rect.y * scale + top)]
      style.transform = `translate(${x}px, ${y}px)`
      style.width = `${Math.max(4, Math.min(width, (rect.x + rect.width) * scale + left) - x)}px`
      style.height = `${Math.max(4, Math.min(height, (rect.y + rect.height) * scale + top) - y)}px`
    },
  }))

  useEffect(() => {
    const element = canvas.current
    const context = element?.getContext('2d')
    if (!element || !context) return
    const colors = readColors(element)
    const ratio = window.devicePixelRatio || 1
    element.width = width * ratio
    element.height = height * ratio
    context.scale(ratio, ratio)
    for (const node of index.graph.nodes) {
      context.fillStyle = colors[tone(node.id)]
      const [w, h] = [Math.max(1.5, node.width * scale), Math.max(1.5, node.height * scale)]
      context.fillRect(node.x * scale + left, node.y * scale + top, w, h)
    }
  }, [index, tone, scale, left, top])

  const move = (event: PointerEvent<HTMLDivElement>) => {
    if (event.buttons !== 1) return
    const box = event.currentTarget.getBoundingClientRect()
    onMove((event.clientX - box.left - left) / scale, (event.clientY - box.top - top) / scale)
  }
  return (
    <div
      aria-hidden
      className="absolute right-3 bottom-3 z-10 overflow-hidden rounded-lg border border-line bg-surface"
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
  }
}
