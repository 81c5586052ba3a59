import { useMemo, useSyncExternalStore } from 'react'
import { type Place, readPlace, writePlace } from './place.ts'

const listeners = new Set<() => void>()
const addressNow = () => location.pathname + location.search

// The page decides itself how far down it is shown: its columns scroll, not the window.
history.scrollRestoration = 'manual'

function tell(): void {
  for (const listener of listeners) listener()
}

addEventListener('popstate', tell)

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Where the reader is; renders again when that changes. */
export function usePlace(): Place {
  const address = useSyncExternalStore(subscribe, addressNow)
  return useMemo(() => readPlace(address), [address])
}

/** Goes to a place as a link would. Nothing happens when the reader is already there. */
export function go(place: Place): void {
  const address = writePlace(place)
  if (address === addressNow()) return
  keepScroll()
  history.pushState(null, '', address)
  moved = true
  tell()
}

/** Whether the reader went somewhere since the page was loaded: only then does focus follow. */
export function hasMoved(): boolean {
  return moved
}

let moved = false

/** The places that scroll: the page's own column on wide screens, the window on narrow ones. */
export const pageId = 'page'
const scrollers = () =>
  [document.getElementById(pageId), document.scrollingElement].filter((element) => element !== null)

function keepScroll(): void {
  history.replaceState({ scroll: scrollers().map(({ scrollTop }) => scrollTop) }, '')
}

/** Scrolls to where the reader left this entry of the history; a new one begins at its top. */
export function restoreScroll(): void {
  const state = history.state as { scroll?: number[] } | null
  scrollers().forEach((element, index) => {
    element.scrollTop = state?.scroll?.[index] ?? 0
  })
}
