import {
  type Definition,
  find,
  type Function_,
  type HttpMethod,
  httpMethods,
  type Integration,
  type Method,
  newId,
  pathOf,
  type RecordId,
  recordsOf,
  type Resource,
  type Upstream,
} from '@penstock/model'
import type { EditorTransaction } from '../../editor/index.ts'
import { freeName } from './free-name.ts'
import { answerWith } from './stand-in.ts'
import { uniqueName } from './unique-name.ts'

/** The resource that something dropped on this record goes into: itself, the one of a method, else the root. */
export function resourceAt(definition: Definition, id: RecordId | null): Resource | undefined {
  const record = id === null ? undefined : definition.get(id)
  if (record?.kind === 'resource') return record
  if (record?.kind === 'method') return find(definition, 'resource', record.resource)
  return [...recordsOf(definition, 'resource')].find((resource) => resource.parent === null)
}

/** A new path below another, named so that it clashes with none; makes the root where there is none yet. */
export function addResource(
  transaction: EditorTransaction,
  parent: RecordId | null,
  wish = 'new-path',
): RecordId {
  const definition = transaction.all()
  const above = resourceAt(definition, parent) ?? addRoot(transaction)
  const taken = new Set<string>()
  for (const sibling of recordsOf(definition, 'resource'))
    if (sibling.parent === above.id) taken.add(sibling.pathPart)
  const id = newId('resource')
  transaction.put({
    kind: 'resource',
    id,
    parent: above.id,
    pathPart: uniqueName(taken, wish),
    declared: true,
  })
  return id
}

function addRoot(transaction: EditorTransaction): Resource {
  const root: Resource = { kind: 'resource', id: newId('resource'), parent: null, pathPart: '' }
  transaction.put(root)
  return root
}

/** A new method of a resource: the first verb that it does not have, answered like its siblings are. */
export function addMethod(transaction: EditorTransaction, at: RecordId | null, wish?: HttpMethod): RecordId {
  const definition = transaction.all()
  const resource = resourceAt(definition, at) ?? addRoot(transaction)
  const siblings = [...recordsOf(definition, 'method')].filter((method) => method.resource === resource.id)
  const taken = new Set(siblings.map((method) => method.httpMethod))
  const free = httpMethods.filter((method) => !taken.has(method))
  const httpMethod = (wish && !taken.has(wish) ? wish : free[0]) ?? 'ANY'
  const id = newId('method')
  const method: Method = {
    kind: 'method',
    id,
    resource: resource.id,
    httpMethod,
    responses: { '200': { description: 'OK' } },
    integration:
      siblings.find((sibling) => sibling.integration)?.integration ?? sharedMock(transaction, definition),
  }
  transaction.put(method)
  return id
}

/** The mock that every method of an API may point at until something real answers. */
function sharedMock(transaction: EditorTransaction, definition: Definition): RecordId {
  for (const integration of recordsOf(definition, 'integration'))
    if (integration.fromExamples) return integration.id
  const id = newId('integration')
  transaction.put({ kind: 'integration', id, type: 'mock', fromExamples: true, name: 'Mock from examples' })
  return id
}

/** A mock of its own, for the method it is dropped on. */
export function addMock(transaction: EditorTransaction, at: RecordId | null): RecordId {
  const name = freeName(transaction.all(), 'integration', 'Mock', ' ')
  const id = newId('integration')
  transaction.put({
    kind: 'integration',
    id,
    name,
    type: 'mock',
    requestTemplates: { 'application/json': '{"statusCode": 200}' },
    responses: {
      default: {
        statusCode: '200',
        responseTemplates: { 'application/json': '{"message": "Hello from the mock"}' },
      },
    },
  })
  if (at !== null) answerWith(transaction, at, id)
  return id
}

/** An upstream with an integration that passes requests through to it. Its address is for a person to say. */
export function addHttpUpstream(transaction: EditorTransaction, at: RecordId | null, url = ''): RecordId {
  const definition = transaction.all()
  const upstream: Upstream = {
    kind: 'upstream',
    id: newId('upstream'),
    name: freeName(definition, 'upstream', 'upstream', '-'),
    url,
  }
  transaction.put(upstream)
  const existing = find(definition, 'integration', at ?? undefined)
  if (existing) {
    const { function: _, ...rest } = existing
    const type = existing.type === 'http' ? 'http' : 'http_proxy'
    transaction.put({ ...rest, type, upstream: upstream.id })
    return upstream.id
  }
  const integration: Integration = {
    kind: 'integration',
    id: newId('integration'),
    name: freeName(definition, 'integration', 'HTTP service', ' '),
    type: 'http_proxy',
    upstream: upstream.id,
  }
  transaction.put(integration)
  if (at !== null) answerWith(transaction, at, integration.id)
  return upstream.id
}

const handler = `/** @type {Handler} */
export const handler = async (event) => {
  return {
    statusCode: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ message: 'Hello', path: event.path }),
  }
}
`

/** What a function is called that answers this method: as its operation is, or `get-books-id` for `GET /books/{id}`. */
function nameAfter(definition: Definition, at: RecordId | null): string {
  const method = find(definition, 'method', at ?? undefined)
  if (!method) return 'function'
  const words = pathOf(definition, method.resource)?.match(/[A-Za-z0-9_-]+/g) ?? []
  return method.operationId ?? [method.httpMethod.toLowerCase(), ...words].join('-')
}

/** A function with an integration that calls it. */
export function addFunction(transaction: EditorTransaction, at: RecordId | null): RecordId {
  const definition = transaction.all()
  const fn: Function_ = {
    kind: 'function',
    id: newId('function'),
    name: freeName(definition, 'function', nameAfter(definition, at), '-'),
    code: handler,
  }
  transaction.put(fn)
  const existing = find(definition, 'integration', at ?? undefined)
  if (existing) {
    const { upstream: _, ...rest } = existing
    const type = existing.type === 'aws' ? 'aws' : 'aws_proxy'
    transaction.put({ ...rest, type, function: fn.id })
    return fn.id
  }
  const integration: Integration = {
    kind: 'integration',
    id: newId('integration'),
    name: freeName(definition, 'integration', `Call ${fn.name}`, ' '),
    type: 'aws_proxy',
    httpMethod: 'POST',
    function: fn.id,
  }
  transaction.put(integration)
  if (at !== null) answerWith(transaction, at, integration.id)
  return fn.id
}
