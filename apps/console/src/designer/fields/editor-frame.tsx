import { Skeleton, useDelay } from '@penstock/ui'
import type { ReactNode } from 'react'
import { isMac } from '../../app/shortcut.ts'
import { useDesigner } from '../designer-context.ts'

/** The editor's own keys for what Tab does. */
export const tabKeys = isMac ? 'Control Shift M' : 'Ctrl M'

/** The border of an editor that stands where a field would. Escape goes back to the canvas, as everywhere in the pane. */
export function EditorFrame({ className, children }: { className: string; children: ReactNode }) {
  const { canvas } = useDesigner()
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hears what the editor inside has no use for
    <div
      // The editor marks every Escape as its own; those that close something in it do not come this far.
      onKeyDown={(event) => event.key === 'Escape' && canvas.current?.focus()}
      className={`resize-y overflow-hidden rounded-md border border-line-strong/60 focus-within:border-focus ${className}`}
    >
      {children}
    </div>
  )
}

/** Says how the keyboard leaves an editor. */
export function TabHint() {
  return (
    <p className="text-xs text-fg-3">
      Tab indents; <kbd className="font-sans">{tabKeys}</kbd> lets it leave the editor.
    </p>
  )
}

export function EditorLoading() {
  if (!useDelay()) return null
  return (
    <div className="flex flex-col gap-2 p-3">
      {['w-40', 'w-56', 'w-32', 'w-48'].map((width) => (
        <Skeleton key={width} className={`h-3 ${width}`} />
      ))}
    </div>
  )
}
