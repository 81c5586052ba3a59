import type { JsonObject } from '@penstock/model'
import { uuidv7 } from 'uuidv7'
import type { Actor } from './actor.ts'

/** The row that says who changed what about access. `data` never holds a secret. */
export function auditEntry(
  actor: Pick<Actor, 'name' | 'source'>,
  at: Date,
  action: string,
  data: JsonObject,
) {
  const { name, source } = actor
  return { id: uuidv7(), at, api: null, action, actor: name, source, data: JSON.stringify(data) }
}
