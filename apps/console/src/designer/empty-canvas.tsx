import type { Definition } from '@penstock/model'
import { Button, cx } from '@penstock/ui'
import { FolderTree, MessagesSquare, Zap } from 'lucide-react'
import { useDesigner, useStructure, useView } from './designer-context.ts'
import { runItem } from './palette-items.ts'
import { apiOf } from './steps/flow-place.ts'

/** An API with nothing drawn yet: what comes next, over the canvas. */
export function EmptyCanvas() {
  const definition = useStructure()
  const isDragging = useView((view) => view.dragged !== null)
  if (isBegun(definition)) return null
  const isSocket = apiOf(definition)?.type === 'WEBSOCKET'
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-24 z-10 flex justify-center">
      <div
        className={cx(
          'flex max-w-md flex-col items-center gap-3 rounded-xl border border-line bg-raised p-5 text-center',
          // What is dragged here belongs on the canvas behind it.
          isDragging ? 'opacity-40' : 'pointer-events-auto',
        )}
      >
        {isSocket ? <FirstRoute /> : <FirstPath />}
      </div>
    </div>
  )
}

function FirstRoute() {
  const designer = useDesigner()
  return (
    <>
      <h2 className="text-lg font-semibold">Draw the first route</h2>
      <p className="text-sm text-pretty text-fg-2">
        Messages ask for a route by its key: by default what they say in <code>action</code>. $connect and
        $disconnect run when a connection opens and closes, $default for every other message.
      </p>
      <Button
        variant="primary"
        icon={<MessagesSquare aria-hidden className="size-3.5" />}
        onPress={() => runItem(designer, 'route', null)}
      >
        Add a WebSocket route
      </Button>
    </>
  )
}

function FirstPath() {
  const designer = useDesigner()
  return (
    <>
      <h2 className="text-lg font-semibold">Draw the first path</h2>
      <p className="text-sm text-pretty text-fg-2">
        A resource is a part of a path, a method is what callers do with it. A new method answers from a mock
        until you point it somewhere.
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
    </>
  )
}

const drawn: ReadonlySet<string> = new Set(['method', 'route', 'integration', 'upstream', 'function'])

function isBegun(definition: Definition): boolean {
  for (const record of definition.values())
    if (drawn.has(record.kind) || (record.kind === 'resource' && record.parent !== null)) return true
  return false
}
