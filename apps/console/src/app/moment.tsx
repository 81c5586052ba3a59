import { useSyncExternalStore } from 'react'
import { timeAgo } from './time-ago.ts'
import { exactMomentText } from './time-text.ts'

let now = Date.now()
const listeners = new Set<() => void>()

setInterval(() => {
  now = Date.now()
  for (const listener of listeners) listener()
}, 30_000)

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** How long ago, kept current; the exact time is in the title. */
export function Moment({ at }: { at: string | number }) {
  const current = useSyncExternalStore(subscribe, () => now)
  const date = new Date(at)
  return (
    <time dateTime={date.toISOString()} title={exactMomentText(at)} className="tabular whitespace-nowrap">
      {timeAgo(at, Math.max(current, date.getTime()))}
    </time>
  )
}
