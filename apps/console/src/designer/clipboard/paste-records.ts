import { type ApiRecord, definitionOf, kindOf, type RecordId } from '@penstock/model'
import type { EditorTransaction } from '../../editor/index.ts'
import { nodeOf } from '../nodes/definitions.ts'
import { type Clip, clipOf } from './clip.ts'
import { type PasteTarget, placeCopies } from './place-copies.ts'
import { contentOf } from './shared-already.ts'

export interface Pasted {
  /** The copies of what was chosen. */
  readonly roots: readonly RecordId[]
  /** Why something chosen was left out, each reason once. */
  readonly refusals: readonly string[]
  /** Copies whose secrets have to be given anew. */
  readonly withoutSecrets: readonly RecordId[]
}

/**
 * Pastes a clip. Every copy has an id of its own; what refers to something in the clip refers to the copy of it, shared
 * records that are there with equal content are used as they are, names and paths are made free. What finds no place is
 * left out, with all that only it needs.
 */
export function pasteRecords(transaction: EditorTransaction, clip: Clip, target: PasteTarget): Pasted {
  const definition = transaction.all()
  const source = definitionOf(clip.records)
  const { copies, made, refused } = placeCopies(definition, clip, target)
  if (refused.size > 0) {
    const rest = clipOf(
      source,
      clip.roots.filter((id) => !refused.has(id)),
    )
    const pasted = rest
      ? pasteRecords(transaction, rest, target)
      : { roots: [], refusals: [], withoutSecrets: [] }
    return { ...pasted, refusals: [...new Set([...refused.values(), ...pasted.refusals])] }
  }
  const renames = [...copies].flatMap(([id, to]) => renameOf(source.get(id)!, to) ?? [])
  const withoutSecrets: RecordId[] = []
  for (const record of made) transaction.put(record)
  for (const [id, copy] of copies) {
    const spoken = renames.reduce((record, rename) => rename(record), copy)
    const complete = withSecretsOf(definition.get(id), source.get(id)!, spoken)
    if (!complete) withoutSecrets.push(copy.id)
    transaction.put(complete ?? spoken)
  }
  return { roots: clip.roots.map((id) => copies.get(id)!.id), refusals: [], withoutSecrets }
}

/** Makes others speak of a copy by its name, where that is not the name of what it is a copy of. */
function renameOf(from: ApiRecord, to: ApiRecord): ((other: ApiRecord) => ApiRecord) | null {
  const { copies } = nodeOf(from.kind)
  const kind = kindOf(from.kind)
  if (!copies?.renamedIn || kind.label(from) === kind.label(to)) return null
  return (other) => copies.renamedIn?.(other, from, to) ?? other
}

/** The copy with the secrets that no clip carries, where what it is a copy of is at hand; null where they are missing. */
function withSecretsOf(there: ApiRecord | undefined, from: ApiRecord, copy: ApiRecord): ApiRecord | null {
  const { secrets = [] } = kindOf(from.kind)
  const held = secrets.filter((field) => isHeld((from as unknown as Record<string, unknown>)[field]))
  if (held.length === 0) return copy
  if (there?.kind !== from.kind || contentOf(there) !== contentOf(from)) return null
  const own = there as unknown as Record<string, unknown>
  return { ...copy, ...Object.fromEntries(held.map((field) => [field, own[field]])) } as ApiRecord
}

function isHeld(value: unknown): boolean {
  return typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : value !== undefined
}
