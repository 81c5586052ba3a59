import type { OutlineSearch } from './outline-search.ts'

const sliceMs = 6

/** Makes the search ready while nothing else is to be done, so that its first letter waits for nothing. */
export function prepareWhenIdle(search: OutlineSearch): () => void {
  let handle = 0
  const go = (deadline: IdleDeadline) => {
    const until = performance.now() + Math.min(sliceMs, Math.max(1, deadline.timeRemaining()))
    if (search.prepare(() => performance.now() > until)) handle = requestIdleCallback(go)
  }
  // Safari has none; there the first letter pays.
  if (typeof requestIdleCallback === 'function') handle = requestIdleCallback(go)
  return () => {
    if (handle !== 0) cancelIdleCallback(handle)
  }
}
