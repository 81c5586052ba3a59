import type { Diagnostic } from './diagnostic.ts'
import { kindOf } from './kinds/index.ts'
import { pathOf } from './paths.ts'
import { type ApiRecord, type Definition, recordsOf } from './records.ts'

/** What must hold of a definition as a whole before it may be deployed. One function per rule of SPEC R. */
export function checkInvariants(definition: Definition): Diagnostic[] {
  return [
    ...oneApi(definition),
    ...noDanglingReference(definition),
    ...reachableResources(definition),
    ...uniqueSiblings(definition),
    ...uniqueMethods(definition),
    ...uniqueNames(definition),
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
  for (const resource of recordsOf(definition, 'resource')) {
    if (pathOf(definition, resource.id) !== undefined) continue
    found.push({
      code: 'unreachable-resource',
      severity: 'error',
      message: `Resource "${resource.pathPart}" does not lead to the root: a parent is missing, or its parents run in a circle.`,
      location: { record: resource.id, path: ['parent'] },
    })
  }
  return found
}

/** SPEC R4 */
function uniqueSiblings(definition: Definition): Diagnostic[] {
  return duplicates(recordsOf(definition, 'resource'), (resource) => `${resource.parent}\n${resource.pathPart}`, (resource) => ({
    code: 'duplicate-resource',
    severity: 'error',
    message: `Two resources with the same parent are both called "${resource.pathPart}".`,
    location: { record: resource.id, path: ['pathPart'] },
  }))
}

/** SPEC R5 */
function uniqueMethods(definition: Definition): Diagnostic[] {
  return duplicates(recordsOf(definition, 'method'), (method) => `${method.resource}\n${method.httpMethod}`, (method) => ({
    code: 'duplicate-method',
    severity: 'error',
    message: `${method.httpMethod} ${pathOf(definition, method.resource) ?? '?'} is there twice.`,
    location: { record: method.id, path: ['httpMethod'] },
  }))
}

/** SPEC R6 */
function uniqueNames(definition: Definition): Diagnostic[] {
  const named = [...definition.values()].filter((record) => ['model', 'authorizer', 'validator', 'upstream', 'function'].includes(record.kind))
  return duplicates(named, (record) => `${record.kind}\n${kindOf(record.kind).label(record)}`, (record) => ({
    code: 'duplicate-name',
    severity: 'error',
    message: `Two ${record.kind}s are called "${kindOf(record.kind).label(record)}".`,
    location: { record: record.id, path: ['name'] },
  }))
}

function duplicates<R extends ApiRecord>(records: Iterable<R>, key: (record: R) => string, say: (record: R) => Diagnostic): Diagnostic[] {
  const seen = new Set<string>()
  const found: Diagnostic[] = []
  for (const record of records) {
    const name = key(record)
    if (seen.has(name)) found.push(say(record))
    seen.add(name)
  }
  return found
}
