import type { Diagnostic } from './diagnostic.ts'
import { kindOf } from './kinds/index.ts'
import { maxPathSegments, pathOf, resourceTree } from './paths.ts'
import { type ApiRecord, type Definition, find, recordsOf } from './records.ts'

/** What must hold of a definition as a whole before it may be deployed. One function per rule of SPEC R. */
export function checkInvariants(definition: Definition): Diagnostic[] {
  return [
    ...oneApi(definition),
    ...noDanglingReference(definition),
    ...reachableResources(definition),
    ...uniqueSiblings(definition),
    ...uniqueMethods(definition),
    ...uniqueRoutes(definition),
    ...uniqueNames(definition),
    ...oneRoot(definition),
    ...distinctRoutes(definition),
    ...uniqueOperationIds(definition),
    ...soundRecords(definition),
  ]
}

/** SPEC R2 */
function oneApi(definition: Definition): Diagnostic[] {
  const apis = [...recordsOf(definition, 'api')]
  if (apis.length === 1) return []
  return [
    {
      code: 'one-api',
      severity: 'error',
      message: `A definition has exactly one api record; this one has ${apis.length}.`,
      location: apis[1] ? { record: apis[1].id } : {},
    },
  ]
}

/** SPEC R1 */
function noDanglingReference(definition: Definition): Diagnostic[] {
  const found: Diagnostic[] = []
  for (const record of definition.values()) {
    const kind = kindOf(record.kind)
    for (const { path, id, kind: wanted } of kind.references(record)) {
      const target = definition.get(id)
      if (target?.kind === wanted) continue
      found.push({
        code: 'dangling-reference',
        severity: 'error',
        message: `${record.kind} "${kind.label(record)}" points at ${wanted} ${id}, which ${target ? `is a ${target.kind}` : 'does not exist'}.`,
        location: { record: record.id, path },
        suggest: `Choose another ${wanted}, or clear the field.`,
      })
    }
  }
  return found
}

/** SPEC R3 */
function reachableResources(definition: Definition): Diagnostic[] {
  const found: Diagnostic[] = []
  const { paths } = resourceTree(definition)
  for (const resource of recordsOf(definition, 'resource')) {
    if (paths.has(resource.id) || pathOf(definition, resource.id) !== undefined) continue
    found.push({
      code: 'unreachable-resource',
      severity: 'error',
      message: `Resource "${resource.pathPart}" does not lead to the root: a parent is missing, its parents run in a circle, or there are more than ${maxPathSegments} of them.`,
      location: { record: resource.id, path: ['parent'] },
    })
  }
  return found
}

/** SPEC R4 */
function uniqueSiblings(definition: Definition): Diagnostic[] {
  return duplicates(
    recordsOf(definition, 'resource'),
    (resource) => `${resource.parent}\n${resource.pathPart}`,
    (resource) => ({
      code: 'duplicate-resource',
      severity: 'error',
      message: `Two resources with the same parent are both called "${resource.pathPart}".`,
      location: { record: resource.id, path: ['pathPart'] },
    }),
  )
}

/** SPEC R5 */
function uniqueMethods(definition: Definition): Diagnostic[] {
  return duplicates(
    recordsOf(definition, 'method'),
    (method) => `${method.resource}\n${method.httpMethod}`,
    (method) => ({
      code: 'duplicate-method',
      severity: 'error',
      message: `${method.httpMethod} ${pathOf(definition, method.resource) ?? '?'} is there twice.`,
      location: { record: method.id, path: ['httpMethod'] },
    }),
  )
}

/** SPEC R12 */
function uniqueRoutes(definition: Definition): Diagnostic[] {
  return duplicates(
    recordsOf(definition, 'route'),
    (route) => route.routeKey,
    (route) => ({
      code: 'duplicate-route',
      severity: 'error',
      message: `The route "${route.routeKey}" is there twice: no message can tell them apart.`,
      location: { record: route.id, path: ['routeKey'] },
    }),
  )
}

/** SPEC R6 */
function uniqueNames(definition: Definition): Diagnostic[] {
  const nameOf = (record: ApiRecord) => kindOf(record.kind).unique?.(record)
  const named = [...definition.values()].filter((record) => nameOf(record) !== undefined)
  return duplicates(
    named,
    (record) => `${record.kind}\n${nameOf(record)}`,
    (record) => ({
      code: 'duplicate-name',
      severity: 'error',
      message: `Two ${record.kind}s are called "${nameOf(record)}".`,
      location: { record: record.id, path: ['name'] },
    }),
  )
}

/** SPEC R7 */
function oneRoot(definition: Definition): Diagnostic[] {
  const found: Diagnostic[] = []
  let root = false
  for (const resource of recordsOf(definition, 'resource')) {
    const second = resource.parent === null && root
    if (resource.parent === null) root = true
    const shadow = resource.pathPart === '' && find(definition, 'resource', resource.parent)?.parent === null
    if (!second && !shadow) continue
    found.push({
      code: 'one-root',
      severity: 'error',
      message: second
        ? 'A definition has one root resource; this is another one.'
        : 'A child of the root without a path part has the path of the root itself.',
      location: { record: resource.id, path: second ? ['parent'] : ['pathPart'] },
    })
  }
  return found
}

/** SPEC R8 */
function distinctRoutes(definition: Definition): Diagnostic[] {
  const { paths } = resourceTree(definition)
  const seen = new Map<string, string>()
  const found: Diagnostic[] = []
  for (const method of recordsOf(definition, 'method')) {
    const path = paths.get(method.resource)
    if (path === undefined) continue
    const shape = `${method.httpMethod} ${path.replace(/\{[^{}]*?(\+?)\}/g, '{$1}')}`
    const other = seen.get(shape)
    if (other === undefined) seen.set(shape, path)
    else if (other !== path)
      found.push({
        code: 'ambiguous-routes',
        severity: 'error',
        message: `${method.httpMethod} ${path} and ${method.httpMethod} ${other} differ only in the names of their parameters: no request can tell them apart.`,
        location: { record: method.id },
        suggest: 'Delete one of them, or change a segment of its path.',
      })
  }
  return found
}

/** SPEC R9 */
function uniqueOperationIds(definition: Definition): Diagnostic[] {
  const named = [...recordsOf(definition, 'method')].filter((method) => method.operationId !== undefined)
  return duplicates(
    named,
    (method) => method.operationId!,
    (method) => ({
      code: 'duplicate-operation-id',
      severity: 'warning',
      message: `Two operations have the id "${method.operationId}". Clients made from the description need different ones.`,
      location: { record: method.id, path: ['operationId'] },
    }),
  )
}

/** SPEC R10 and whatever else a kind asks of its records */
function soundRecords(definition: Definition): Diagnostic[] {
  const found: Diagnostic[] = []
  const [api] = recordsOf(definition, 'api')
  const surroundings = { definition, api }
  for (const record of definition.values()) {
    const wrong = kindOf(record.kind).check?.(record, surroundings)
    if (wrong) found.push(...wrong)
  }
  return found
}

function duplicates<R extends ApiRecord>(
  records: Iterable<R>,
  key: (record: R) => string,
  say: (record: R) => Diagnostic,
): Diagnostic[] {
  const seen = new Set<string>()
  const found: Diagnostic[] = []
  for (const record of records) {
    const name = key(record)
    if (seen.has(name)) found.push(say(record))
    seen.add(name)
  }
  return found
}
