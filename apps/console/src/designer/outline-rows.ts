import {
  type ApiRecord,
  type Definition,
  recordsOf,
  type RecordId,
  type RecordKind,
  type Resource,
  resourceTree,
} from '@penstock/model'
import { nodeOf } from './nodes/definitions.ts'
import { drawnSkeleton, standInsOf } from './rpc/stand-ins.ts'

/** One line of the outline. `id` is a record's, or `group:` and a kind. */
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
  /** The palette item that a section of what is shared can be added to with. */
  readonly madeBy?: string
  /** A method whose flow is open: steps can be inserted into it. */
  readonly hasFlow?: boolean
}

const groups: readonly { kind: RecordKind; title: string }[] = [
  { kind: 'integration', title: 'Integrations' },
  { kind: 'upstream', title: 'Upstreams' },
  { kind: 'function', title: 'Functions' },
  { kind: 'model', title: 'Models' },
  { kind: 'component', title: 'Shared parts' },
  { kind: 'authorizer', title: 'Authorizers' },
  { kind: 'validator', title: 'Validators' },
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

/** The lines that are open, top to bottom: the tree of paths, then what is shared. */
export function outlineRows(
  definition: Definition,
  open: ReadonlySet<string>,
  flows: readonly OutlineFlow[] = noFlows,
): OutlineRow[] {
  const rows: OutlineRow[] = []
  const tree = resourceTree(definition)
  const counts = new Map<RecordId, number>()
  const count = (id: RecordId): number => {
    const known = counts.get(id)
    if (known !== undefined) return known
    let sum = tree.methods.get(id)?.length ?? 0
    counts.set(id, sum)
    for (const child of tree.children.get(id) ?? []) sum += count(child.id)
    counts.set(id, sum)
    return sum
  }
  const sections = groups.flatMap((group) => {
    const records = [...recordsOf(definition, group.kind)] as ApiRecord[]
    // What people make by themselves can be begun here.
    const { madeBy } = nodeOf(group.kind)
    return records.length > 0 || madeBy !== undefined ? [{ ...group, records, madeBy }] : []
  })
  const visit = (
    record: ApiRecord,
    resource: RecordId | null,
    level: number,
    at: readonly [number, number],
    parent: string | null,
  ) => {
    const children = resource === null ? [] : sortedChildren(tree, resource, definition)
    const flow = flows.find(({ method }) => method === record.id)
    const isExpanded = flow !== undefined || (open.has(record.id) && children.length > 0)
    rows.push({
      ...textOf(record, definition),
      level,
      count: resource === null ? 0 : count(resource),
      isExpandable: children.length > 0 || nodeOf(record.kind).uses !== undefined,
      isExpanded,
      position: at[0],
      setSize: at[1],
      parent,
      ...(flow ? { hasFlow: true } : {}),
    })
    if (!isExpanded) return
    for (const [index, step] of (flow?.steps ?? []).entries())
      rows.push({
        ...step,
        level: level + 1,
        method: null,
        count: 0,
        isExpandable: false,
        isExpanded: false,
        position: index + 1,
        setSize: flow!.steps.length,
        parent: record.id,
      })
    for (const [index, child] of children.entries())
      visit(
        child,
        child.kind === 'resource' ? child.id : null,
        level + 1,
        [index + 1, children.length],
        record.id,
      )
  }
  const [api] = recordsOf(definition, 'api')
  const top = sections.length + 1
  if (api) visit(api, tree.root?.id ?? null, 1, [1, top], null)
  for (const [index, { kind, title, records, madeBy }] of sections.entries()) {
    const id = `group:${kind}`
    const isExpanded = open.has(id) && records.length > 0
    rows.push({
      id,
      level: 1,
      title,
      method: null,
      count: records.length,
      isExpandable: records.length > 0,
      isExpanded,
      position: index + 2,
      setSize: top,
      parent: null,
      ...(madeBy === undefined ? {} : { madeBy }),
    })
    if (!isExpanded) continue
    const lines = records
      .map((record) => textOf(record, definition))
      .sort((a, b) => (a.title < b.title ? -1 : 1))
    for (const [at, line] of lines.entries()) {
      rows.push({
        ...line,
        level: 2,
        count: 0,
        isExpandable: false,
        isExpanded: false,
        position: at + 1,
        setSize: lines.length,
        parent: id,
      })
    }
  }
  return rows
}

/** What must be open for a record's line to be there. */
export function outlineAncestors(definition: Definition, id: RecordId): string[] {
  const record = definition.get(id)
  if (!record) return []
  if (record.kind !== 'resource' && record.kind !== 'method')
    return record.kind === 'api' ? [] : [`group:${record.kind}`]
  const [api] = recordsOf(definition, 'api')
  const above: string[] = api ? [api.id] : []
  let parent = record.kind === 'method' ? record.resource : record.parent
  for (let depth = 0; parent !== null && depth < 256; depth++) {
    const resource = definition.get(parent)
    if (resource?.kind !== 'resource') break
    above.push(resource.id)
    parent = resource.parent
  }
  return above
}

function textOf(record: ApiRecord, definition: Definition) {
  const node = nodeOf(record.kind)
  return { id: record.id, title: node.title(record, definition), method: node.method?.(record) ?? null }
}

/** Children in the order of the canvas, with the operations of paths that it stands for. */
function sortedChildren(
  tree: ReturnType<typeof resourceTree>,
  resource: RecordId,
  definition: Definition,
): ApiRecord[] {
  const standIns = standInsOf(definition)
  const own: ApiRecord[] = []
  const collect = (id: RecordId) => {
    own.push(...(tree.methods.get(id) ?? []))
    for (const child of tree.children.get(id) ?? [])
      if (standIns.get(child.id) === id) collect(child.id)
      else if (!standIns.has(child.id)) own.push(child)
    const { parent } = definition.get(id) as Resource
    // `/{Bucket}#tagging` stands beside `/{Bucket}`, whose operation it is.
    if (parent !== null && standIns.size > 0)
      for (const sibling of tree.children.get(parent) ?? [])
        if (standIns.get(sibling.id) === id) collect(sibling.id)
  }
  collect(resource)
  const order = new Map(own.map((child) => [child.id, drawnSkeleton(child, definition)?.order ?? '']))
  return own.sort((a, b) => (order.get(a.id)! < order.get(b.id)! ? -1 : 1))
}
