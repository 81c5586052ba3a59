import { useSyncExternalStore } from 'react'
import type { Secrets } from './credentials.ts'

// In the memory of this page only: neither storage nor address nor server ever sees them but in the calls themselves.
let secrets: Secrets = {}
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What the reader typed in to authenticate; stays while they go from one operation to the next. */
export function useSecrets(): Secrets {
  return useSyncExternalStore(subscribe, () => secrets)
}

export function setSecret(key: string, value: string): void {
  secrets = { ...secrets, [key]: value }
  for (const listener of listeners) listener()
}
