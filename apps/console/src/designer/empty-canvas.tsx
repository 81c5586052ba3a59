import type { Definition } from '@penstock/model'
import { Button, cx } from '@penstock/ui'
import { FolderTree, Zap } from 'lucide-react'
import { useDesigner, useStructure, useView } from './designer-context.ts'
import { runItem } from './palette-items.ts'

/** An API with nothing drawn yet: what comes next, over the canvas. */
export function EmptyCanvas() {
  const designer = useDesigner()
  const definition = useStructure()
  const isDragging = useView((view) => view.dragged !== null)
  if (isBegun(definition)) return null
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-24 z-10 flex justify-center">
      <div
        className={cx(
          'flex max-w-md flex-col items-center gap-3 rounded-xl border border-line bg-raised p-5 text-center',
          // What is dragged here belongs on the canvas behind it.
          isDragging ? 'opacity-40' : 'pointer-events-auto',
        )}
      >
        <h2 className="text-lg font-semibold">Draw the first path</h2>
        <p className="text-sm text-pretty text-fg-2">
          A resource is a part of a path, a method is what callers do with it. A new method answers from a
          mock until you point it somewhere.
        </p>
        <div className="flex gap-2">
          <Button
            variant="primary"
            icon={<FolderTree aria-hidden className="size-3.5" />}
            onPress={() => runItem(designer, 'resource', null)}
          >
            Add a resource
          </Button>
          <Button
            icon={<Zap aria-hidden className="size-3.5" />}
            onPress={() => runItem(designer, 'method', designer.session.editor.selection.primary)}
          >
            Add a method
          </Button>
        </div>
      </div>
    </div>
  )
}

const drawn: ReadonlySet<string> = new Set(['method', 'integration', 'upstream', 'function'])

function isBegun(definition: Definition): boolean {
  for (const record of definition.values())
    if (drawn.has(record.kind) || (record.kind === 'resource' && record.parent !== null)) return true
  return false
}
