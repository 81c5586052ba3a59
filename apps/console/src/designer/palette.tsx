import { paletteDragType } from '../canvas/index.ts'
import { useDesigner } from './designer-context.ts'
import { paletteItems, runItem } from './palette-items.ts'

/** What can be put on the canvas: dragged onto a node or beside all, or clicked to go to the selection. */
export function Palette() {
  const designer = useDesigner()
  return (
    <div
      role="toolbar"
      aria-label="Palette"
      className="absolute top-3 left-1/2 z-10 flex -translate-x-1/2 items-center gap-0.5 rounded-lg border border-line bg-surface p-1"
    >
      {paletteItems.map(({ id, label, description, glyph: Glyph }) => (
        <button
          key={id}
          type="button"
          draggable
          title={`${description}. Drag it onto a node, or click to add it to the selection.`}
          onDragStart={(event) => {
            event.dataTransfer.setData(paletteDragType, id)
            event.dataTransfer.effectAllowed = 'copy'
          }}
          onClick={() => runItem(designer, id, designer.session.editor.selection.primary)}
          className="flex h-7 items-center gap-1.5 rounded-md px-2 text-xs font-medium whitespace-nowrap text-fg-2 hover:bg-hover hover:text-fg"
        >
          <Glyph aria-hidden className="size-3.5" />
          {label}
        </button>
      ))}
    </div>
  )
}
