import type { AuditView } from '@penstock/server'
import type { Conflict } from '../../editor/index.ts'

/**
 * Who made theirs of a conflict, and when (ms), by the audit log, newest first: the draft's version in which a record was
 * written is its revision. What was removed has none: then who removed it last. Null where the log does not tell.
 */
export function authorOf(
  { id, revision }: Pick<Conflict, 'id' | 'revision'>,
  entries: readonly AuditView[],
): { readonly by: string; readonly at: number } | null {
  const entry = entries.find(({ data }) =>
    revision === null ? idsIn(data['removed']).includes(id) : data['version'] === revision,
  )
  return entry ? { by: entry.actorName ?? entry.actor, at: Date.parse(entry.at) } : null
}

function idsIn(touched: AuditView['data'][string] | undefined): readonly unknown[] {
  if (typeof touched !== 'object' || touched === null || Array.isArray(touched)) return []
  const { ids } = touched as { readonly ids?: unknown }
  return Array.isArray(ids) ? ids : []
}
