import type { Function_ } from '@penstock/model'
import { Button, Dialog, IconButton, Skeleton, useDelay } from '@penstock/ui'
import { Maximize2 } from 'lucide-react'
import { lazy, Suspense, useId, useState } from 'react'
import { isMac } from '../../../app/shortcut.ts'
import { useDesigner } from '../../designer-context.ts'

const JavaScriptEditor = lazy(() =>
  import('../../../monaco/javascript-editor.tsx').then(({ JavaScriptEditor: Editor }) => ({
    default: Editor,
  })),
)

/** The editor's own keys for what Tab does. */
const tabKeys = isMac ? 'Control Shift M' : 'Ctrl M'

/** The code of a function, written through as it is typed; in the pane, or larger in a dialog. */
export function CodeField({ record }: { record: Function_ }) {
  const [isLarge, setLarge] = useState(false)
  const label = useId()
  const { canvas } = useDesigner()
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
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hears what the editor inside has no use for
        <div
          // The editor marks every Escape as its own; those that close something in it do not come this far.
          onKeyDown={(event) => event.key === 'Escape' && canvas.current?.focus()}
          className="h-96 max-h-[80vh] min-h-64 resize-y overflow-hidden rounded-md border border-line-strong/60 focus-within:border-focus"
        >
          <Code record={record} />
        </div>
      )}
      <KeysHint />
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
          <KeysHint />
        </div>
      </Dialog>
    </div>
  )
}

function Code({ record, autoFocus }: { record: Function_; autoFocus?: boolean }) {
  const { editor } = useDesigner().session
  return (
    <Suspense fallback={<Loading />}>
      <JavaScriptEditor
        label={`Code. Press ${tabKeys} for Tab to leave it.`}
        value={record.code}
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

function KeysHint() {
  return (
    <p className="text-xs text-fg-3">
      Tab indents; <kbd className="font-sans">{tabKeys}</kbd> lets it leave the code.
    </p>
  )
}

function Loading() {
  if (!useDelay()) return null
  return (
    <div className="flex flex-col gap-2 p-3">
      {['w-40', 'w-56', 'w-32', 'w-48'].map((width) => (
        <Skeleton key={width} className={`h-3 ${width}`} />
      ))}
    </div>
  )
}
