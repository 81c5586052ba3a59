import { type Definition, type RecordId, recordsOf } from '@penstock/model'
import { penstockRoot } from '../penstock-words.ts'
import { pointerOf, tokensOf } from '../pointer.ts'
import { placedKinds, placesOf } from './places/index.ts'

/** Where a live document says a record; undefined for one that it has no words for. */
export function placeOf(definition: Definition, id: RecordId): string | undefined {
  const record = definition.get(id)
  if (!record) return undefined
  const [api] = recordsOf(definition, 'api')
  return placesOf(record.kind).placeOf(record, {
    definition,
    isSwagger: api?.dialect === 'swagger2',
    placeOf: (other) => placeOf(definition, other),
  })
}

/** The record that a member of a live document belongs to: what is selected when the cursor is there. */
export function recordAt(definition: Definition, pointer: string): RecordId | undefined {
  const tokens = tokensOf(pointer)
  for (let length = tokens.length; length > 0; length--) {
    const id = recordOf(definition, tokens.slice(0, length))
    if (id !== undefined) return id
  }
  return undefined
}

function recordOf(definition: Definition, tokens: readonly string[]): RecordId | undefined {
  const [first, , third] = tokens
  // What is said by id is found by id, whatever it is.
  if (first === penstockRoot && tokens.length === 3) return definition.get(third!)?.id
  for (const kind of placedKinds) {
    const { recordAt } = placesOf(kind)
    const found = recordAt === undefined ? byPlace(definition, kind, tokens) : recordAt?.(definition, tokens)
    if (found !== undefined) return found
  }
  return undefined
}

function byPlace(
  definition: Definition,
  kind: (typeof placedKinds)[number],
  tokens: readonly string[],
): RecordId | undefined {
  const pointer = pointerOf(...tokens)
  for (const { id } of recordsOf(definition, kind)) if (placeOf(definition, id) === pointer) return id
  return undefined
}
