import {
  type Api,
  type ApiRecord,
  type Definition,
  type Method,
  type RecordId,
  type RecordKind,
  type RecordsDiff,
  type Resource,
} from '@penstock/model'
import { nodeOf } from './nodes/definitions.ts'
import { drawnSkeleton, type StandIns, standInsOf } from './rpc/stand-ins.ts'
import { tagOf } from './tags.ts'

/** No path is deeper; parents that run in a circle end here. */
const deepest = 256

/**
 * What hangs on what in a definition, kept up to date by diffs: an edit of the largest API costs what it touches, and
 * nobody walks twenty thousand records for one line of the outline.
 */
export class OutlineTree {
  #definition: Definition
  /** Resources that only name an operation of another one. */
  #standIns: StandIns
  /** By resource, `kind:` or `tag:`. */
  readonly #hanging = new Map<string, Set<RecordId>>()
  readonly #sorted = new Map<string, readonly ApiRecord[]>()
  readonly #counts = new Map<RecordId, number>()
  readonly #paths = new Map<RecordId, string>()
  #api: RecordId | null = null
  #root: RecordId | null = null

  constructor(definition: Definition) {
    this.#definition = definition
    this.#standIns = standInsOf(definition)
    for (const record of definition.values()) this.#put(record)
  }

  get definition(): Definition {
    return this.#definition
  }

  /** Takes a change in, with the definition that it led to. */
  apply({ added, updated, removed }: RecordsDiff, definition: Definition): void {
    this.#definition = definition
    for (const record of Object.values(removed)) this.#drop(record)
    for (const record of Object.values(added)) this.#put(record)
    for (const [from, to] of Object.values(updated)) {
      this.#drop(from)
      this.#put(to)
    }
    const before = this.#standIns
    this.#standIns = standInsOf(definition)
    // What hangs where may be another.
    if (before.size + this.#standIns.size > 0) {
      this.#sorted.clear()
      this.#counts.clear()
    }
  }

  get api(): Api | null {
    const record = this.#api === null ? undefined : this.#definition.get(this.#api)
    return record?.kind === 'api' ? record : null
  }

  get root(): RecordId | null {
    return this.#root
  }

  /** What hangs on a resource, in the order of the canvas, with the operations of paths that it stands for. */
  children(resource: RecordId): readonly ApiRecord[] {
    const ids = this.#standIns.size === 0 ? this.#hanging.get(resource) : this.#drawnOn(resource)
    return this.#list(resource, ids, (record) => drawnSkeleton(record, this.#definition)?.order ?? '')
  }

  /** Operations at and below a resource. */
  count(resource: RecordId): number {
    const known = this.#counts.get(resource)
    if (known !== undefined) return known
    // Set first, for parents that run in a circle.
    this.#counts.set(resource, 0)
    let sum = 0
    for (const child of this.children(resource)) sum += child.kind === 'resource' ? this.count(child.id) : 1
    this.#counts.set(resource, sum)
    return sum
  }

  /** Records of a kind, by what they are called. */
  ofKind(kind: RecordKind): readonly ApiRecord[] {
    return this.#listed(`kind:${kind}`, (record) => nodeOf(record.kind).title(record, this.#definition))
  }

  size(kind: RecordKind): number {
    return this.#hanging.get(`kind:${kind}`)?.size ?? 0
  }

  /** First tags of operations, by name; those without one last. */
  tags(): readonly string[] {
    const tags: string[] = []
    for (const [key, ids] of this.#hanging)
      if (key.startsWith('tag:') && ids.size > 0) tags.push(key.slice(4))
    return tags.sort((a, b) => (a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1))
  }

  tagged(tag: string): readonly ApiRecord[] {
    return this.#listed(`tag:${tag}`, (record) => nodeOf(record.kind).title(record, this.#definition))
  }

  /** `/orders/{id}`. */
  path(resource: RecordId): string {
    const known = this.#paths.get(resource)
    if (known !== undefined) return known
    this.#paths.set(resource, '')
    const record = this.#definition.get(resource)
    if (record?.kind !== 'resource') return ''
    const above = record.parent === null ? '' : this.path(record.parent)
    const path = record.parent === null ? '/' : `${above === '/' ? '' : above}/${record.pathPart}`
    this.#paths.set(resource, path)
    return path
  }

  /** A resource and everything below it. */
  below(resource: Resource): Iterable<ApiRecord> {
    const found = new Set<ApiRecord>([resource])
    // What is added is walked too; a circle adds nothing.
    for (const record of found)
      if (record.kind === 'resource') for (const child of this.children(record.id)) found.add(child)
    return found
  }

  /** What is drawn on a resource where some only name operations: `/{Bucket}#tagging` is one of `/{Bucket}`. */
  #drawnOn(resource: RecordId): RecordId[] {
    const own: RecordId[] = []
    const collect = (id: RecordId) => {
      for (const child of this.#hanging.get(id) ?? [])
        if (this.#standIns.get(child) === id) collect(child)
        else if (!this.#standIns.has(child)) own.push(child)
      const record = this.#definition.get(id)
      if (record?.kind !== 'resource' || record.parent === null) return
      for (const sibling of this.#hanging.get(record.parent) ?? [])
        if (this.#standIns.get(sibling) === id) collect(sibling)
    }
    collect(resource)
    return own
  }

  #listed(key: string, order: (record: ApiRecord) => string): readonly ApiRecord[] {
    return this.#list(key, this.#hanging.get(key), order)
  }

  #list(
    key: string,
    ids: Iterable<RecordId> | undefined,
    order: (record: ApiRecord) => string,
  ): readonly ApiRecord[] {
    const known = this.#sorted.get(key)
    if (known) return known
    const keyed: { record: ApiRecord; by: string }[] = []
    for (const id of ids ?? []) {
      const record = this.#definition.get(id)
      if (record) keyed.push({ record, by: order(record) })
    }
    keyed.sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : a.record.id < b.record.id ? -1 : 1))
    const sorted = keyed.map(({ record }) => record)
    this.#sorted.set(key, sorted)
    return sorted
  }

  #put(record: ApiRecord): void {
    if (record.kind === 'api') this.#api ??= record.id
    if (record.kind === 'resource' && record.parent === null) this.#root ??= record.id
    for (const key of keysOf(record)) {
      const ids = this.#hanging.get(key)
      if (ids) ids.add(record.id)
      else this.#hanging.set(key, new Set([record.id]))
    }
    this.#forget(record)
  }

  #drop(record: ApiRecord): void {
    if (this.#api === record.id) this.#api = null
    if (this.#root === record.id) this.#root = null
    for (const key of keysOf(record)) this.#hanging.get(key)?.delete(record.id)
    this.#forget(record)
  }

  /** Operations without a name are called by their paths. */
  #forgetPaths(): void {
    this.#paths.clear()
    for (const key of this.#sorted.keys()) if (key.startsWith('tag:')) this.#sorted.delete(key)
  }

  #forget(record: ApiRecord): void {
    for (const key of keysOf(record)) this.#sorted.delete(key)
    if (record.kind !== 'resource' && record.kind !== 'method') return
    if (record.kind === 'resource') this.#forgetPaths()
    this.#counts.delete(record.id)
    let above = parentOf(record)
    for (let depth = 0; above !== null && depth < deepest; depth++) {
      this.#counts.delete(above)
      const resource = this.#definition.get(above)
      above = resource?.kind === 'resource' ? resource.parent : null
    }
  }
}

function keysOf(record: ApiRecord): string[] {
  if (record.kind === 'method') return [record.resource, `tag:${tagOf(record)}`, 'kind:method']
  if (record.kind === 'resource') return record.parent === null ? [] : [record.parent]
  return [`kind:${record.kind}`]
}

function parentOf(record: Resource | Method): RecordId | null {
  return record.kind === 'method' ? record.resource : record.parent
}
