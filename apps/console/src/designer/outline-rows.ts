import type { ApiRecord, Definition, RecordId, RecordKind } from '@penstock/model'
import { nodeOf } from './nodes/definitions.ts'
import type { OutlineTree } from './outline-tree.ts'
import { groupOfTag, type Grouping, tagOf, tagTitle } from './tags.ts'

/** One line of the outline. `id` is a record's, a tag's group, or `group:` and a kind. */
export interface OutlineRow {
  readonly id: string
  readonly level: number
  readonly title: string
  readonly method: string | null
  /** How many operations or records it holds. */
  readonly count: number
  readonly isExpandable: boolean
  readonly isExpanded: boolean
  readonly position: number
  readonly setSize: number
  readonly parent: string | null
  /** Found by a search: stands in no tree. */
  readonly isLoose?: boolean
  /** What it is, where no section of the tree says so. */
  readonly kind?: RecordKind
  /** The palette item that a section of what is shared can be added to with. */
  readonly madeBy?: string
  /** A method whose flow is open: steps can be inserted into it. */
  readonly hasFlow?: boolean
}

interface Group {
  readonly kind: RecordKind
  readonly title: string
  /** APIs of requests, or of messages, have a use for it: the others show it where something is in it. */
  readonly isFor?: 'requests' | 'messages'
}

const groups: readonly Group[] = [
  { kind: 'route', title: 'WebSocket routes', isFor: 'messages' },
  { kind: 'integration', title: 'Integrations' },
  { kind: 'upstream', title: 'Upstreams' },
  { kind: 'function', title: 'Functions' },
  { kind: 'model', title: 'Models', isFor: 'requests' },
  { kind: 'component', title: 'Shared parts' },
  { kind: 'authorizer', title: 'Authorizers' },
  { kind: 'validator', title: 'Validators', isFor: 'requests' },
  { kind: 'gatewayResponse', title: 'Gateway responses' },
  { kind: 'example', title: 'Examples' },
  { kind: 'documentation', title: 'Documentation' },
  { kind: 'opaque', title: 'Kept as imported' },
]

/** The steps of an open flow, as lines below its method. */
export interface OutlineFlow {
  readonly method: RecordId
  readonly steps: readonly { readonly id: string; readonly title: string }[]
}

const noFlows: readonly OutlineFlow[] = []

/** The line under which records of a kind stand that no path leads to; null for those that have no line. */
export function outlineGroup(kind: RecordKind): string | null {
  return groups.some((group) => group.kind === kind) ? `group:${kind}` : null
}

/** The lines that are open, top to bottom: the tree of operations, then what is shared. */
export function outlineRows(
  tree: OutlineTree,
  open: ReadonlySet<string>,
  flows: readonly OutlineFlow[] = noFlows,
  grouping: Grouping = 'path',
): OutlineRow[] {
  const rows: OutlineRow[] = []
  const { api, root, definition } = tree
  const is = api?.type === 'WEBSOCKET' ? 'messages' : 'requests'
  const sections = groups.filter(
    ({ kind, isFor = is }) => tree.size(kind) > 0 || (isFor === is && nodeOf(kind).madeBy !== undefined),
  )
  const top = sections.length + 1
  if (api) {
    const add = { rows, open, flows, definition }
    if (grouping === 'tag') addTags(tree, api, top, add)
    else addResource(tree, api, root, { level: 1, position: 1, setSize: top, parent: null }, add)
  }
  for (const [index, { kind, title }] of sections.entries()) {
    const id = `group:${kind}`
    const size = tree.size(kind)
    const { madeBy } = nodeOf(kind)
    const isExpanded = open.has(id) && size > 0
    rows.push({
      id,
      level: 1,
      title,
      method: null,
      count: size,
      isExpandable: size > 0,
      isExpanded,
      position: index + 2,
      setSize: top,
      parent: null,
      // What people make by themselves can be begun here.
      ...(madeBy === undefined ? {} : { madeBy }),
    })
    if (!isExpanded) continue
    for (const [at, record] of tree.ofKind(kind).entries())
      rows.push(lineOf(record, definition, { level: 2, position: at + 1, setSize: size, parent: id }))
  }
  return rows
}

interface Place {
  readonly level: number
  readonly position: number
  readonly setSize: number
  readonly parent: string | null
}

interface Adding {
  readonly rows: OutlineRow[]
  readonly open: ReadonlySet<string>
  readonly flows: readonly OutlineFlow[]
  readonly definition: Definition
}

/** A resource (or the API, which stands for the root) and what is open of what hangs on it. */
function addResource(
  tree: OutlineTree,
  record: ApiRecord,
  resource: RecordId | null,
  place: Place,
  add: Adding,
): void {
  const children = resource === null ? [] : tree.children(resource)
  const isExpanded = add.open.has(record.id) && children.length > 0
  add.rows.push({
    ...lineOf(record, add.definition, place),
    count: resource === null ? 0 : tree.count(resource),
    isExpandable: children.length > 0,
    isExpanded,
  })
  if (!isExpanded) return
  for (const [index, child] of children.entries()) {
    const below = { level: place.level + 1, position: index + 1, setSize: children.length, parent: record.id }
    if (child.kind === 'resource') addResource(tree, child, child.id, below, add)
    else addMethod(child, below, add)
  }
}

/** A method and, where its flow is open, the steps of that. */
function addMethod(method: ApiRecord, place: Place, { rows, flows, definition }: Adding): void {
  const flow = flows.find((each) => each.method === method.id)
  rows.push({
    ...lineOf(method, definition, place),
    isExpandable: nodeOf(method.kind).uses !== undefined,
    isExpanded: flow !== undefined,
    ...(flow ? { hasFlow: true } : {}),
  })
  for (const [index, step] of (flow?.steps ?? []).entries())
    rows.push({
      ...step,
      level: place.level + 1,
      method: null,
      count: 0,
      isExpandable: false,
      isExpanded: false,
      position: index + 1,
      setSize: flow!.steps.length,
      parent: method.id,
    })
}

function addTags(tree: OutlineTree, api: ApiRecord, top: number, add: Adding): void {
  const { rows, open, definition } = add
  const tags = tree.tags()
  const isExpanded = open.has(api.id) && tags.length > 0
  rows.push({
    ...lineOf(api, definition, { level: 1, position: 1, setSize: top, parent: null }),
    count: tree.size('method'),
    isExpandable: tags.length > 0,
    isExpanded,
  })
  if (!isExpanded) return
  for (const [index, tag] of tags.entries()) {
    const id = groupOfTag(tag)
    const methods = tree.tagged(tag)
    const isOpen = open.has(id)
    rows.push({
      id,
      title: tagTitle(tag),
      method: null,
      level: 2,
      count: methods.length,
      isExpandable: true,
      isExpanded: isOpen,
      position: index + 1,
      setSize: tags.length,
      parent: api.id,
    })
    if (!isOpen) continue
    for (const [at, method] of methods.entries())
      addMethod(method, { level: 3, position: at + 1, setSize: methods.length, parent: id }, add)
  }
}

/** What must be open for a record's line to be there. */
export function outlineAncestors(tree: OutlineTree, id: RecordId, grouping: Grouping = 'path'): string[] {
  const record = tree.definition.get(id)
  if (!record) return []
  if (record.kind !== 'resource' && record.kind !== 'method')
    return record.kind === 'api' ? [] : [`group:${record.kind}`]
  const above: string[] = tree.api ? [tree.api.id] : []
  if (grouping === 'tag') return record.kind === 'method' ? [...above, groupOfTag(tagOf(record))] : above
  let parent = record.kind === 'method' ? record.resource : record.parent
  for (let depth = 0; parent !== null && depth < 256; depth++) {
    const resource = tree.definition.get(parent)
    if (resource?.kind !== 'resource') break
    above.push(resource.id)
    parent = resource.parent
  }
  return above
}

/**
 * Whether a record is seen at a line: at its own, or at a closed one that it stands under. What has no line, as paths
 * where operations are grouped by tag, is seen at the API's.
 */
export function isSeenAt(tree: OutlineTree, row: OutlineRow, id: RecordId, grouping: Grouping): boolean {
  const record = tree.definition.get(id)
  const isOfApi = record?.kind === 'resource' && (record.parent === null || grouping === 'tag')
  if (row.id === (isOfApi ? tree.api?.id : id)) return true
  return row.isExpandable && !row.isExpanded && outlineAncestors(tree, id, grouping).includes(row.id)
}

function lineOf(record: ApiRecord, definition: Definition, place: Place): OutlineRow {
  const node = nodeOf(record.kind)
  return {
    id: record.id,
    title: node.title(record, definition),
    method: node.method?.(record) ?? null,
    count: 0,
    isExpandable: false,
    isExpanded: false,
    ...place,
  }
}
