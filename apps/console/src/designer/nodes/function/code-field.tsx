import type { Function_ } from '@penstock/model'
import { Button, Dialog, IconButton } from '@penstock/ui'
import { Maximize2 } from 'lucide-react'
import { lazy, Suspense, useId, useState } from 'react'
import { useDesigner, useStructure } from '../../designer-context.ts'
import { EditorFrame, EditorLoading, TabHint, tabKeys } from '../../fields/editor-frame.tsx'
import { eventFormatOf } from './event-format.ts'

const JavaScriptEditor = lazy(() =>
  import('../../../monaco/javascript-editor.tsx').then(({ JavaScriptEditor: Editor }) => ({
    default: Editor,
  })),
)

/** The code of a function, written through as it is typed; in the pane, or larger in a dialog. */
export function CodeField({ record }: { record: Function_ }) {
  const [isLarge, setLarge] = useState(false)
  const label = useId()
  return (
    <div role="group" aria-labelledby={label} className="flex flex-col gap-1">
      <div className="flex h-6 items-center justify-between">
        <span id={label} className="text-xs font-medium text-fg-2">
          Code
        </span>
        <IconButton label="Edit the code in a larger window" size="sm" onPress={() => setLarge(true)}>
          <Maximize2 aria-hidden className="size-3.5" />
        </IconButton>
      </div>
      {!isLarge && (
        <EditorFrame className="h-96 max-h-[80vh] min-h-64">
          <Code record={record} />
        </EditorFrame>
      )}
      <TabHint />
      <Dialog
        isOpen={isLarge}
        onClose={() => setLarge(false)}
        title={`Code of ${record.name}`}
        width="xl"
        isSticky
        footer={
          <Button variant="primary" onPress={() => setLarge(false)}>
            Done
          </Button>
        }
      >
        <div className="flex flex-col gap-1">
          <div className="h-[56vh] overflow-hidden rounded-md border border-line-strong/60 focus-within:border-focus">
            <Code record={record} autoFocus />
          </div>
          <TabHint />
        </div>
      </Dialog>
    </div>
  )
}

function Code({ record, autoFocus }: { record: Function_; autoFocus?: boolean }) {
  const { editor } = useDesigner().session
  const definition = useStructure()
  return (
    <Suspense fallback={<EditorLoading />}>
      <JavaScriptEditor
        label={`Code. Press ${tabKeys} for Tab to leave it.`}
        value={record.code}
        format={eventFormatOf(definition, record.id)}
        onChange={(code) =>
          editor.run(
            'Edit code',
            (transaction) => {
              const current = transaction.get(record.id)
              if (current?.kind === 'function') transaction.put({ ...current, code })
            },
            { mergeKey: `${record.id}.code` },
          )
        }
        onLeave={() => editor.separate()}
        autoFocus={autoFocus ?? false}
      />
    </Suspense>
  )
}
