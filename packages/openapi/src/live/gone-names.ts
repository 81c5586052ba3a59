import {
  type ApiRecord,
  type Definition,
  definitionOf,
  type RecordId,
  type RecordsDiff,
} from '@penstock/model'
import { naturalNames } from '../ids.ts'

/**
 * Names that typing took out of a text → the ids that they had. What is cut and pasted, or written anew, under its old name is the
 * same record for all that refers to it by that name.
 */
export type GoneNames = ReadonlyMap<string, RecordId>

/** What a text says by names that are theirs alone. */
const named = new Set<ApiRecord['kind']>(['model', 'component', 'authorizer', 'validator', 'gatewayResponse'])

/** The names that are gone after one more edit. */
export function withGone(gone: GoneNames, { removed }: RecordsDiff): GoneNames {
  const went = Object.values(removed).filter(({ kind }) => named.has(kind))
  return went.length === 0 ? gone : new Map([...gone, ...naturalNames(definitionOf(went))])
}

/** Names with the ids that records have, or would have again. */
export function withBack(
  names: ReadonlyMap<string, RecordId>,
  gone: GoneNames,
  definition: Definition,
): ReadonlyMap<string, RecordId> {
  const back = [...gone].filter(([name, id]) => !names.has(name) && !definition.has(id))
  return back.length === 0 ? names : new Map([...names, ...back])
}
