import {
  type Component,
  type Definition,
  type Model,
  namedRecord,
  nameKey,
  type RecordId,
} from '@penstock/model'
import type { Direction } from '../delta.ts'
import { isObject } from '../json.ts'
import { documentationFields } from '../operation/documentation-fields.ts'
import { compareSchemas } from '../schema/compare-schemas.ts'
import { reachOf } from '../users.ts'
import { type KindComparison, nameMethods } from './comparison.ts'

export const modelComparison: KindComparison<Model> = {
  compare({ before, after, from, to, emit }) {
    if (from.name !== to.name) emit('name-changed', ['name'], { kind: 'model', from: from.name, to: to.name })
    const earlier = earlierOf(before, from, to)
    compareShared(after, to, (direction, where) =>
      compareSchemas(
        { before, after, emit, direction, part: 'body', where, shared: true },
        earlier.schema,
        to.schema,
        ['schema'],
      ),
    )
    const [a, b] = [earlier.schema, to.schema]
    const fields = isObject(a) && isObject(b) ? documentationFields(a, b) : []
    if (fields.length) emit('documentation-changed', ['schema', fields[0]!], { fields })
  },
  affects: methodsOf,
  subject: (_, model) => `model ${model.name}`,
}

/** What references by the name that a record has now led to before: itself, unless it took the name of another one. */
export function earlierOf<R extends Model | Component>(before: Definition, from: R, to: R): R {
  const name = nameKey(to)
  if (name === undefined || name === nameKey(from)) return from
  const earlier = namedRecord(before, to.kind === 'model' ? 'schemas' : to.section, to.name)
  return earlier?.kind === to.kind ? (earlier as R) : from
}

/**
 * Compares once for each direction in which callers meet a shared record, however many operations that are; one that
 * no operation reaches changes nothing for anybody.
 */
export function compareShared(
  definition: Definition,
  record: Parameters<typeof reachOf>[1],
  compare: (direction: Direction, where: string) => void,
): void {
  const reach = reachOf(definition, record)
  const directions: Direction[] = ['request', 'response']
  for (const direction of directions) {
    const methods = [...reach[direction]]
    if (methods.length) compare(direction, `${direction}s of ${nameMethods(definition, methods)}`)
  }
}

export function methodsOf(
  definition: Definition,
  record: Parameters<typeof reachOf>[1],
): ReadonlySet<RecordId> {
  return reachOf(definition, record).methods
}
