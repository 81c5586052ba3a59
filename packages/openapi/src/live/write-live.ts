import {
  type ApiRecord,
  canonicalize,
  type Definition,
  type JsonObject,
  kindOf,
  recordsOf,
} from '@penstock/model'
import { writeLossless } from '../export/write-lossless.ts'
import { put } from '../json.ts'
import { penstockRoot } from '../penstock-words.ts'
import { formatOf, integrationsSaid, liveScope } from './live-scope.ts'

/** What a live document says of a definition. Values are shared with the records, so that two of them are compared quickly. */
export function writeLive(definition: Definition): JsonObject {
  const [api] = recordsOf(definition, 'api')
  const document = writeLossless(definition, formatOf(api), 'penstock', [], liveScope(definition))
  const records = writeRecords(definition)
  return Object.keys(records).length > 0 ? { ...document, [penstockRoot]: { records } } : document
}

/** What OpenAPI has no place for: WebSocket routes, functions, upstreams, and integrations that operations name by their ids. */
function writeRecords(definition: Definition): JsonObject {
  const says = integrationsSaid(definition)
  const shown: ApiRecord[] = [
    ...byId(recordsOf(definition, 'route')),
    ...byId(recordsOf(definition, 'upstream')),
    ...byId([...recordsOf(definition, 'integration')].filter(({ id }) => says(id) === 'by id')),
    ...byId(recordsOf(definition, 'function')),
  ]
  const out: JsonObject = {}
  for (const record of shown) put(out, record.id, bodyOf(record))
  return out
}

function byId<R extends ApiRecord>(records: Iterable<R>): R[] {
  return [...records].sort((a, b) => (a.id < b.id ? -1 : 1))
}

const bodies = new WeakMap<ApiRecord, JsonObject>()

/** The record without its id, which is its key, and without what may be a secret. */
function bodyOf(record: ApiRecord): JsonObject {
  let body = bodies.get(record)
  if (!body) {
    const { secrets = [] } = kindOf(record.kind)
    const entries = Object.entries(canonicalize(record)).filter(
      ([field]) => field !== 'id' && !(secrets as readonly string[]).includes(field),
    )
    body = Object.fromEntries(entries) as JsonObject
    bodies.set(record, body)
  }
  return body
}
