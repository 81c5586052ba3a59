import type { AuditView } from '@penstock/server'
import { countOf } from './sentence.ts'

/** One row of the log. */
export interface JoinedEntry extends AuditView {
  /** Of the first of the saves: stays while others join them. */
  readonly key: string
}

/**
 * Every pause in the designer is a save. Those that follow each other, of one person in one API, are told as one, which
 * stands where the latest of them was.
 */
export function joinEdits(entries: readonly AuditView[]): JoinedEntry[] {
  const joined: JoinedEntry[] = []
  for (const entry of entries) {
    const last = joined.at(-1)
    if (last && isSameEdit(last, entry)) joined[joined.length - 1] = join(last, entry)
    else joined.push({ ...entry, key: entry.id })
  }
  return joined
}

function isSameEdit(a: AuditView, b: AuditView): boolean {
  return a.action === 'edit' && b.action === 'edit' && a.actorId === b.actorId && a.apiId === b.apiId
}

function join(latest: AuditView, before: AuditView): JoinedEntry {
  const saves = typeof latest.data['saves'] === 'number' ? latest.data['saves'] : 1
  const sum = (key: string) => ({
    count: countOf(latest.data[key]) + countOf(before.data[key]),
    ids: [...new Set([...idsOf(latest, key), ...idsOf(before, key)])],
  })
  const data = { ...latest.data, saves: saves + 1, put: sum('put'), removed: sum('removed') }
  return { ...latest, key: before.id, data }
}

function idsOf({ data }: AuditView, key: string): string[] {
  const list = data[key]
  const ids = typeof list === 'object' && list !== null && 'ids' in list ? list['ids'] : []
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : []
}
