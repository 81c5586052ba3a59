import { type JsonObject, maxPathSegments, type RecordId } from '@penstock/model'
import { isObject, isObjects, isString, own } from '../json.ts'
import { Members } from '../members.ts'
import { pointerOf } from '../pointer.ts'
import { addRecord, hasRecord, type ImportScope, reportRest } from './scope.ts'

/** In a resource's `rest`: the document writes this path without its leading slash. Never exported itself. */
export const relativeHint = 'x-penstock-relative'

/** Operation keys of a path item → method of the record. */
export const operationKeys = {
  get: 'GET',
  put: 'PUT',
  post: 'POST',
  delete: 'DELETE',
  options: 'OPTIONS',
  head: 'HEAD',
  patch: 'PATCH',
  trace: 'TRACE',
  'x-amazon-apigateway-any-method': 'ANY',
} as const
export type OperationKey = keyof typeof operationKeys

export interface ReadOperation {
  readonly path: string
  readonly key: OperationKey
  readonly resource: RecordId
  readonly operation: JsonObject
  readonly pointer: string
}

/**
 * Resources for every path and the path's parents, and the operations below them. Path items that are no objects and
 * members of `paths` that are no paths come back in `rest`.
 */
export function readPaths(scope: ImportScope, paths: JsonObject) {
  const operations: ReadOperation[] = []
  const taken = new Set<string>()
  const members = new Members(paths)
  addRoot(scope)
  // Paths that begin with a slash come first: they have the better claim to their resource.
  const keys = Object.keys(paths).sort((a, b) => Number(b.startsWith('/')) - Number(a.startsWith('/')))
  for (const key of keys) {
    const item = own(paths, key)
    const path = key.startsWith('/') ? key : `/${key}`
    if (key.startsWith('x-') || !isObject(item) || taken.has(path)) continue
    if (partsOf(path).length > maxPathSegments) {
      const reason = `A path has at most ${maxPathSegments} segments; this one is kept and not routed.`
      scope.report.warning('path-too-deep', pointerOf('paths', key), 'path item', reason)
      continue
    }
    members.drop(key)
    taken.add(path)
    readItem(scope, key, path, item, operations)
  }
  return { operations, rest: members.rest() }
}

function readItem(
  scope: ImportScope,
  key: string,
  path: string,
  item: JsonObject,
  operations: ReadOperation[],
) {
  const pointer = pointerOf('paths', key)
  const id = ensureResource(scope, path)
  const members = new Members(item)
  for (const name of Object.keys(operationKeys) as OperationKey[]) {
    const operation = members.take(name, isObject)
    if (operation)
      operations.push({ path, key: name, resource: id, operation, pointer: `${pointer}/${name}` })
  }
  const before = scope.records.get(id)
  const fields = {
    summary: members.take('summary', isString),
    description: members.take('description', isString),
    parameters: members.take('parameters', isObjects),
    servers: members.take('servers', isObjects),
  }
  const rest = members.rest()
  reportRest(scope, pointer, rest, {
    $ref: 'A reference to another path item; its operations are kept but not routed.',
  })
  if (before?.kind !== 'resource') return
  const hint = key === path ? undefined : { [relativeHint]: true }
  addRecord(scope, {
    ...before,
    ...fields,
    declared: true,
    rest: rest || hint ? { ...rest, ...hint } : undefined,
  })
}

function addRoot(scope: ImportScope): RecordId {
  const id = scope.id('resource', '/')
  if (!hasRecord(scope, 'resource', id))
    addRecord(scope, { kind: 'resource', id, parent: null, pathPart: '' })
  return id
}

function ensureResource(scope: ImportScope, path: string): RecordId {
  let parent = addRoot(scope)
  if (path === '/') return parent
  let walked = ''
  for (const pathPart of partsOf(path)) {
    walked += `/${pathPart}`
    const id = scope.id('resource', walked)
    if (!hasRecord(scope, 'resource', id)) addRecord(scope, { kind: 'resource', id, parent, pathPart })
    parent = id
  }
  return parent
}

/**
 * The path parts of a path below the root. Slashes at the beginning belong to the first part (`//a` is the part `/a`),
 * since a child of the root without a part would have the root's own path. One part more than there may be tells that
 * there are too many.
 */
function partsOf(path: string): string[] {
  const [, slashes = '', rest = ''] = /^\/(\/*)(.*)$/s.exec(path) ?? []
  const [first = '', ...others] = rest.split('/', maxPathSegments + 1)
  return [slashes + first, ...others]
}
