import type { RecordId } from '@penstock/model'
import type { KeptPart, Syntax } from '@penstock/openapi/live'
import { problemOf } from '../../app/problem.ts'
import { tab } from '../../app/tab.ts'
import { trpcClient } from '../../app/trpc.ts'
import type { TheirPart } from './live-api.ts'

export interface StoredPart extends KeptPart {
  readonly revision: number
}

export interface StoredText {
  /** What the API's description was written in when it was imported. */
  readonly syntax: Syntax
  readonly parts: readonly StoredPart[]
}

export interface TextChanges {
  /** With the revisions that were seen; 0: there was none. */
  readonly put: readonly StoredPart[]
  readonly remove: readonly { readonly place: string; readonly revision: number }[]
}

/** Where the text of an API is kept, beyond what its records say. */
export interface TextStore {
  load(): Promise<StoredText>
  /** What others wrote meanwhile is not saved but answered. Throws TextRefusedError where nothing of it is ever saved. */
  save(changes: TextChanges): Promise<SavedText>
}

export interface SavedText {
  readonly version: number
  readonly stale: readonly (TheirPart & { readonly revision: number })[]
  /** What is never saved, as it stands: it can't be told from secrets. */
  readonly refused: readonly { readonly place: string }[]
}

/** Trying again would not help; the message says why. */
export class TextRefusedError extends Error {}

const refusals: ReadonlySet<string> = new Set([
  'TEXT_TOO_LARGE',
  'PAYLOAD_TOO_LARGE',
  'FORBIDDEN',
  'INVALID_INPUT',
])

/** The text that the server keeps. */
export function textStore(slug: string): TextStore {
  return {
    load: async () => trpcClient.draft.text.query({ slug }),
    async save({ put, remove }) {
      try {
        const answer = await trpcClient.draft.saveText.mutate({
          slug,
          tab,
          put: put.map(({ place, text, record, revision }) => ({ place, text, record, revision })),
          remove: remove.map(({ place, revision }) => ({ place, revision })),
        })
        const stale = answer.stale.map((part) => ({ ...part, record: part.record as RecordId | null }))
        return { version: answer.version, stale, refused: answer.refused }
      } catch (error) {
        const { code, title } = problemOf(error)
        if (code !== undefined && refusals.has(code)) throw new TextRefusedError(title)
        throw error
      }
    },
  }
}
