import { CircleAlert, CircleCheck, Info, X } from 'lucide-react'
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react'
import { IconButton } from './icon-button.tsx'

export interface ToastContent {
  title: string
  description?: ReactNode
  tone?: 'ok' | 'error' | 'info'
  action?: ReactNode
  /** Stays until closed when null. */
  timeoutMs?: number | null
  /** Called once, however it went away. */
  onClose?: () => void
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
  keep(toasts.filter((toast) => toast.id !== id))
}

function keep(kept: readonly Toast[]): void {
  const gone = toasts.filter((toast) => !kept.includes(toast))
  update(kept)
  for (const { onClose } of gone) onClose?.()
}

/**
 * Says that something happened, for 5 s in which nobody points at it or has the focus in it; errors stay. An error is
 * also shown where it happened, never only here. It goes with the screen that it was made on, unless it has an action:
 * an undo is within reach wherever one goes. What is to be read on another screen is said once that is there.
 */
export function toast(content: ToastContent): () => void {
  const id = nextId++
  keep(toasts.slice(-2))
  update([...toasts, { ...content, id }])
  return () => dismiss(id)
}

/** The screen is left: what was said of it goes. */
export function leaveToasts(): void {
  keep(toasts.filter(({ action }) => action !== undefined))
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
        <ToastCard key={entry.id} entry={entry} />
      ))}
    </section>
  )
}

function ToastCard({ entry }: { entry: Toast }) {
  const { id, tone = 'info', title, description, action } = entry
  const timeoutMs = entry.timeoutMs === undefined ? (tone === 'error' ? null : 5000) : entry.timeoutMs
  const [isPointedAt, setPointedAt] = useState(false)
  const [hasFocus, setFocus] = useState(false)
  const isHeld = isPointedAt || hasFocus
  // Whoever is about to press a button in it has all the time that takes (WCAG 2.2.1); then it begins anew.
  useEffect(() => {
    if (timeoutMs === null || isHeld) return
    const timer = setTimeout(() => dismiss(id), timeoutMs)
    return () => clearTimeout(timer)
  }, [id, timeoutMs, isHeld])
  return (
    <div
      className="pointer-events-auto flex animate-rise-in gap-2.5 rounded-lg bg-raised p-3 text-sm shadow-float"
      onPointerEnter={() => setPointedAt(true)}
      onPointerLeave={() => setPointedAt(false)}
      onFocus={() => setFocus(true)}
      onBlur={() => setFocus(false)}
    >
      {icons[tone]}
      <div className="min-w-0 flex-1">
        <p className="font-medium text-fg">{title}</p>
        {description && <div className="mt-0.5 text-fg-2">{description}</div>}
        {action && <div className="mt-2">{action}</div>}
      </div>
      <IconButton label="Dismiss" size="sm" onPress={() => dismiss(id)}>
        <X aria-hidden className="size-3.5" />
      </IconButton>
    </div>
  )
}
