import { CircleAlert, CircleCheck, Info, X } from 'lucide-react'
import { type ReactNode, useSyncExternalStore } from 'react'
import { cx } from './cx.ts'
import { IconButton } from './icon-button.tsx'

export interface ToastContent {
  title: string
  description?: ReactNode
  tone?: 'ok' | 'error' | 'info'
  action?: ReactNode
  /** Stays until closed when null. */
  timeoutMs?: number | null
}

interface Toast extends ToastContent {
  id: number
}

let toasts: readonly Toast[] = []
let nextId = 1
const listeners = new Set<() => void>()

function update(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

function dismiss(id: number): void {
  update(toasts.filter((toast) => toast.id !== id))
}

/** Says that something happened, for 5 s; errors stay. An error is also shown where it happened, never only here. */
export function toast(content: ToastContent): () => void {
  const id = nextId++
  update([...toasts.slice(-2), { ...content, id }])
  const timeoutMs =
    content.timeoutMs === undefined ? (content.tone === 'error' ? null : 5000) : content.timeoutMs
  if (timeoutMs !== null) setTimeout(() => dismiss(id), timeoutMs)
  return () => dismiss(id)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const icons = {
  ok: <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-ok" />,
  error: <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />,
  info: <Info aria-hidden className="mt-0.5 size-4 shrink-0 text-info" />,
}

/** The live region that toasts appear in: in the middle, where they cover no pane with a form. Mount once. */
export function ToastRegion() {
  const shown = useSyncExternalStore(subscribe, () => toasts)
  return (
    <section
      aria-label="Notifications"
      aria-live="polite"
      // Above the controls of a canvas, wherever its left edge is.
      className="pointer-events-none fixed bottom-14 left-1/2 z-60 flex w-80 -translate-x-1/2 flex-col gap-2"
    >
      {shown.map((entry) => (
        <div
          key={entry.id}
          className="pointer-events-auto flex animate-rise-in gap-2.5 rounded-lg bg-raised p-3 text-sm shadow-float"
        >
          {icons[entry.tone ?? 'info']}
          <div className="min-w-0 flex-1">
            <p className={cx('font-medium text-fg')}>{entry.title}</p>
            {entry.description && <div className="mt-0.5 text-fg-2">{entry.description}</div>}
            {entry.action && <div className="mt-2">{entry.action}</div>}
          </div>
          <IconButton label="Dismiss" size="sm" onPress={() => dismiss(entry.id)}>
            <X aria-hidden className="size-3.5" />
          </IconButton>
        </div>
      ))}
    </section>
  )
}
