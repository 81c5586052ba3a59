import { useSyncExternalStore } from 'react'

/** Pixels of the screen to one of the page: another on another screen, and when the page is zoomed. */
export function usePixelRatio(): number {
  return useSyncExternalStore(subscribe, () => window.devicePixelRatio || 1)
}

function subscribe(onChange: () => void): () => void {
  // Asks for the ratio that is now, so it is asked anew at each change.
  let query: MediaQueryList
  const listen = () => {
    query = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`)
    query.addEventListener('change', hear, { once: true })
  }
  const hear = () => {
    listen()
    onChange()
  }
  listen()
  return () => query.removeEventListener('change', hear)
}
