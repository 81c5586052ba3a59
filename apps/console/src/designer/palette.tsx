import { Button, cx, Menu, MenuItem } from '@penstock/ui'
import { Ellipsis } from 'lucide-react'
import { type PointerEvent, useRef, useState } from 'react'
import { paletteDragType } from '../canvas/index.ts'
import { useDesigner, useStructure } from './designer-context.ts'
import { besideItems, paletteGroups, type PaletteItem, runItem, unavailable } from './palette-items.ts'

/**
 * What can be put on the canvas: dragged onto a node, an edge or beside all, or clicked to go to the selection. Beside open
 * panes it is glyphs, in as many rows as it needs, and scrolls where even these are too many.
 */
export function Palette() {
  const definition = useStructure()
  return (
    <div className="canvas-palette @container pointer-events-none absolute inset-x-2 top-3 bottom-2 z-10 flex items-start justify-center">
      <div
        role="toolbar"
        aria-label="Palette"
        className="pointer-events-auto flex flex-wrap items-center justify-center gap-y-0.5 rounded-lg border border-line bg-surface p-1 [@media(max-height:560px)]:max-h-full [@media(max-height:560px)]:overflow-y-auto"
      >
        {paletteGroups.map(({ label, items }, at) => (
          <div
            key={label}
            role="group"
            aria-label={label}
            className="flex items-center gap-0.5 border-line @sm:not-first:ml-1 @sm:not-first:border-l @sm:not-first:pl-1"
          >
            {items.map((item) => {
              const reason = unavailable(definition, item)
              // Where there is little room, names of what is used less, or not at all, give way to glyphs.
              const isBrief = at === paletteGroups.length - 1 || item.id === 'cloud' || reason !== null
              return <Item key={item.id} item={item} isBrief={isBrief} unavailable={reason} />
            })}
          </div>
        ))}
        <More />
      </div>
    </div>
  )
}

/** What belongs to the API and to no place on the canvas. */
function More() {
  const designer = useDesigner()
  return (
    <Menu
      label="More to add"
      placement="bottom end"
      trigger={
        <Button variant="quiet" className="h-7 px-1.5! text-fg-2" aria-label="More to add">
          <Ellipsis aria-hidden className="size-3.5" />
        </Button>
      }
    >
      {besideItems.map(({ id, label, description, glyph: Glyph }) => (
        <MenuItem
          key={id}
          textValue={label}
          icon={<Glyph aria-hidden />}
          hint={<span className="pl-4 text-xs text-fg-3">{description}</span>}
          onAction={() => runItem(designer, id, null)}
        >
          {label}
        </MenuItem>
      ))}
    </Menu>
  )
}

const dragThresholdPx = 4

/** Dragged by the browser's own drag where there is a mouse; a finger or a pen, which have none, is followed here. */
function Item(props: { item: PaletteItem; isBrief: boolean; unavailable: string | null }) {
  const { item, isBrief, unavailable: reason } = props
  const designer = useDesigner()
  const { session, view, canvas } = designer
  const { id, label, description, glyph: Glyph } = item
  const [from, setFrom] = useState<{ x: number; y: number } | null>(null)
  const [offset, setOffset] = useState<{ x: number; y: number } | null>(null)
  // The click that the browser makes of a drag's end adds nothing.
  const wasDragged = useRef(false)
  const end = () => {
    setFrom(null)
    setOffset(null)
    view.setState({ dragged: null })
    canvas.current?.dragEnd()
  }
  const follow = (event: PointerEvent) => {
    if (!from) return
    const moved = { x: event.clientX - from.x, y: event.clientY - from.y }
    if (!offset && Math.hypot(moved.x, moved.y) < dragThresholdPx) return
    if (!offset) view.setState({ dragged: id })
    setOffset(moved)
    canvas.current?.dragOver(id, event.clientX, event.clientY)
  }
  return (
    <button
      type="button"
      draggable={reason === null}
      aria-label={label}
      aria-disabled={reason !== null}
      title={reason ?? `${label}: ${description}. Drag it onto a node, or click to add it to the selection.`}
      onDragStart={(event) => {
        event.dataTransfer.setData(paletteDragType, id)
        event.dataTransfer.effectAllowed = 'copy'
        view.setState({ dragged: id })
      }}
      onDragEnd={end}
      onPointerDown={(event) => {
        wasDragged.current = false
        if (event.pointerType === 'mouse' || reason !== null) return
        event.currentTarget.setPointerCapture(event.pointerId)
        setFrom({ x: event.clientX, y: event.clientY })
      }}
      onPointerMove={follow}
      onPointerUp={(event) => {
        wasDragged.current = offset !== null
        if (offset) canvas.current?.dropAt(id, event.clientX, event.clientY)
        end()
      }}
      onPointerCancel={end}
      onClick={() => {
        if (!wasDragged.current) runItem(designer, id, session.editor.selection.primary)
      }}
      style={offset ? { transform: `translate(${offset.x}px, ${offset.y}px)` } : {}}
      className={cx(
        'flex h-7 touch-none items-center gap-1.5 rounded-md bg-surface px-2 text-xs font-medium whitespace-nowrap',
        reason === null
          ? 'text-fg-2 hover:bg-hover hover:text-fg'
          : 'cursor-not-allowed text-fg-2 opacity-45',
      )}
    >
      <Glyph aria-hidden className="size-3.5" />
      <span className={isBrief ? 'hidden @5xl:inline' : 'hidden @2xl:inline'}>{label}</span>
    </button>
  )
}
