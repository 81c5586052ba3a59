import type { AuditPage, AuditView } from '@penstock/server'

/** All that is loaded with the newest page, which may have been asked for later or earlier; newest first. */
export function mergeNewest(loaded: readonly AuditView[], newest: AuditPage | undefined): AuditView[] {
  const byId = new Map([...loaded, ...(newest?.entries ?? [])].map((entry) => [entry.id, entry]))
  return [...byId.values()].sort((a, b) => compare(b.at, a.at) || compare(b.id, a.id))
}

/** Whether more happened than the newest page tells: between it and what is loaded something is missing. */
export function isApart(loaded: readonly AuditView[], newest: AuditPage): boolean {
  const ids = new Set(loaded.map(({ id }) => id))
  return newest.next !== null && !newest.entries.some(({ id }) => ids.has(id))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
