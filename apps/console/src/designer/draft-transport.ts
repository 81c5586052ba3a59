import type { ApiRecord, RecordId } from '@penstock/model'
import { rememberOwnChange } from '../app/own-changes.ts'
import { isObject, problemOf } from '../app/problem.ts'
import { tab } from '../app/tab.ts'
import { trpcClient } from '../app/trpc.ts'
import { type SaveAnswer, SaveConflictError, SaveRefusedError } from '../editor/index.ts'
import { textStore } from './code/text-store.ts'
import type { SessionTransport } from './session.ts'

/** Saves over tRPC, and tells apart what a person must decide, what is refused, and what may be tried again. */
export function draftTransport(slug: string): SessionTransport {
  return {
    text: textStore(slug),
    save: async (request): Promise<SaveAnswer> => {
      rememberOwnChange(request.changeId)
      try {
        return await trpcClient.draft.save.mutate({
          slug,
          changeId: request.changeId,
          added: [...request.added],
          updated: [...request.updated],
          removed: [...request.removed],
        })
      } catch (error) {
        throw savingError(error)
      }
    },
    saveLayout: async (positions) => {
      await trpcClient.draft.saveLayout.mutate({ slug, tab, positions: { ...positions } })
    },
  }
}

function savingError(error: unknown): unknown {
  const { code, title, details } = problemOf(error)
  if (code === 'RECORD_CONFLICT' && isObject(details) && Array.isArray(details['conflicts'])) {
    return new SaveConflictError(
      details['conflicts'].filter(isObject).map((conflict) => ({
        id: String(conflict['id']) as RecordId,
        theirs: (conflict['theirs'] ?? null) as ApiRecord | null,
        revision: typeof conflict['revision'] === 'number' ? conflict['revision'] : null,
      })),
    )
  }
  // What reached the server and was answered there won't be answered otherwise; except by a server in trouble.
  if (code !== undefined && !temporary.has(code)) return new SaveRefusedError(title)
  return error
}

const temporary = new Set([
  'INTERNAL',
  'DATABASE_UNAVAILABLE',
  'DISK_FULL',
  'UNAUTHENTICATED',
  'TOO_MANY_ATTEMPTS',
])
