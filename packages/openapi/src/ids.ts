import { type Definition, kindOf, type RecordId, type RecordKind, resourceTree } from '@penstock/model'
import { integrationKeys, sharedMockKey } from './integration-keys.ts'
import { sha256 } from './sha256.ts'

const alphabet = '0123456789abcdefghijklmnopqrstuvwxyz'

/** Gives records their ids. The same document gets the same ids; what exists already keeps the id it has. */
export interface IdMaker {
  /** `key` names the record among its kind: method and path, name, response type. */
  (kind: RecordKind, key: string): RecordId
}

export function createIdMaker(existing: ReadonlyMap<string, RecordId> = new Map()): IdMaker {
  const used = new Map<RecordId, string>()
  for (const [name, id] of existing) used.set(id, name)
  return (kind, key) => {
    const name = naturalName(kind, key)
    const known = existing.get(name)
    if (known !== undefined) return known
    for (let attempt = 0; ; attempt++) {
      const id = naturalId(attempt === 0 ? name : `${name}\n${attempt}`)
      const owner = used.get(id)
      if (owner !== undefined && owner !== name) continue
      used.set(id, name)
      return id
    }
  }
}

/** The id that goes with a natural name when nothing else has it. */
export function naturalId(name: string): RecordId {
  const bytes = sha256(name)
  let id = kindOf(name.slice(0, name.indexOf('\n')) as RecordKind).idPrefix
  for (let i = 0; i < 16; i++) id += alphabet[bytes[i]! % 36]
  return id
}

/** Kind and key in one text: what a record is called among all of a definition. */
export function naturalName(kind: RecordKind, key: string): string {
  return `${kind}\n${key}`
}

/** The natural name of every record of a definition that has one → its id. */
export function naturalNames(definition: Definition): Map<string, RecordId> {
  const names = new Map<string, RecordId>()
  const { paths } = resourceTree(definition)
  const name = (kind: RecordKind, key: string, id: RecordId) => {
    if (!names.has(naturalName(kind, key))) names.set(naturalName(kind, key), id)
  }
  for (const record of definition.values()) {
    switch (record.kind) {
      case 'api':
        name('api', '', record.id)
        break
      case 'resource':
        name('resource', paths.get(record.id) ?? record.id, record.id)
        break
      case 'method':
        name('method', `${record.httpMethod} ${paths.get(record.resource) ?? record.resource}`, record.id)
        break
      case 'route':
        name('route', record.routeKey, record.id)
        break
      case 'component':
        name('component', `${record.section}/${record.name}`, record.id)
        break
      case 'gatewayResponse':
        name('gatewayResponse', record.responseType, record.id)
        break
      case 'opaque':
        name('opaque', record.pointer, record.id)
        break
      case 'documentation':
        name('documentation', documentationKey(record.location), record.id)
        break
      case 'integration':
        break
      default:
        name(record.kind, record.name, record.id)
    }
  }
  const shared = naturalId(naturalName('integration', sharedMockKey))
  if (definition.has(shared)) name('integration', sharedMockKey, shared)
  for (const [key, id] of integrationKeys(definition)) if (id !== shared) name('integration', key, id)
  return names
}

export function documentationKey(location: object): string {
  return JSON.stringify(Object.entries(location).sort(([a], [b]) => (a < b ? -1 : 1)))
}
