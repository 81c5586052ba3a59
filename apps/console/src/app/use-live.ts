import { useEffect, useSyncExternalStore } from 'react'
import { liveConnection, type LiveState } from './live.ts'

/** Keeps the tab's live connection on this API (null: on the list of APIs). */
export function useLiveConnection(slug: string | null): void {
  useEffect(() => liveConnection.open(slug), [slug])
}

export function useLiveState(): LiveState {
  return useSyncExternalStore(liveConnection.subscribeState, liveConnection.state)
}
