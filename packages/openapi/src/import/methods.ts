import type { Authorizer, Definition, Integration, JsonObject, Method, RecordId } from '@penstock/model'
import { find, sameRecord } from '@penstock/model'
import { componentHint, sharedMockKey, sharedMockName } from '../integration-keys.ts'
import { isBoolean, isObject, isObjects, isString, isStrings, textOf } from '../json.ts'
import { Members } from '../members.ts'
import { addIntegration, integrationExtension, readIntegration } from './integration.ts'
import { penstockIntegration } from '../penstock-words.ts'
import { checkIntegration } from './check-integration.ts'
import { operationKeys, type ReadOperation } from './paths.ts'
import { addRecord, type ImportScope, reportRest } from './scope.ts'
import { accessOf } from './security.ts'

/** What methods need to know of the rest of the document. */
export interface MethodContext {
  readonly security: readonly JsonObject[] | undefined
  /** The document says something of security that is no list of requirements. */
  readonly securityUnread: boolean
  readonly authorizers: ReadonlyMap<string, Authorizer>
  /** Whether the document carries Amazon's extensions. */
  readonly amazon: boolean
  /** Validator name → id. */
  readonly validators: ReadonlyMap<string, RecordId>
  /** `components.x-amazon-apigateway-integrations`: name → id. */
  readonly integrations: ReadonlyMap<string, RecordId>
  readonly existing: Definition | undefined
  readonly standIn: boolean
  /** Where the shared integration points; undefined for answers from examples. */
  readonly upstream: RecordId | undefined
}

const reasons: Readonly<Record<string, string>> = {
  callbacks: 'Calls that the backend makes; they do not pass the gateway.',
  servers: 'Servers of one operation document the API; routing follows the integration.',
  [integrationExtension]: 'No integration that Penstock understands: its type is missing or unknown.',
  'x-amazon-apigateway-auth': 'Read into who may call, and kept for export.',
}

export function readMethods(
  scope: ImportScope,
  operations: readonly ReadOperation[],
  context: MethodContext,
): void {
  const seen = new Map<string, string>()
  const closed = new Set<string>()
  const bare =
    context.standIn &&
    !operations.some(
      ({ operation }) =>
        Object.hasOwn(operation, integrationExtension) || Object.hasOwn(operation, penstockIntegration),
    )
  let shared: RecordId | undefined
  for (const found of operations) {
    const method = readMethod(scope, found, context, closed)
    if (method.operationId !== undefined) {
      const first = seen.get(method.operationId)
      if (first === undefined) seen.set(method.operationId, found.pointer)
      else duplicateOperationId(scope, method.operationId, found.pointer, first)
    }
    let { integration } = method
    if (bare) integration ??= keepExistingIntegration(scope, method.id, context)
    if (bare) integration ??= shared ??= sharedIntegration(scope, context)
    scope.records.set(method.id, integration === undefined ? method : { ...method, integration })
  }
}

function readMethod(
  scope: ImportScope,
  found: ReadOperation,
  context: MethodContext,
  closed: Set<string>,
): Method {
  const { path, key, resource, operation, pointer } = found
  const httpMethod = operationKeys[key]
  const name = `${httpMethod} ${path}`
  const id = scope.id('method', name)
  const members = new Members(operation)
  const security = members.take('security', isObjects)
  const validatorName = members.peek('x-amazon-apigateway-request-validator')
  const validator = isString(validatorName) ? context.validators.get(validatorName) : undefined
  if (validator !== undefined) members.drop('x-amazon-apigateway-request-validator')
  const integration = readMethodIntegration(scope, members, found, context, id)
  const fields = {
    operationId: members.take('operationId', isString),
    summary: members.take('summary', isString),
    description: members.take('description', isString),
    tags: members.take('tags', isStrings),
    deprecated: members.take('deprecated', isBoolean),
    parameters: members.take('parameters', isObjects),
    requestBody: members.take('requestBody', isObject),
    responses: members.split('responses', isResponse),
  }
  const auth = members.peek('x-amazon-apigateway-auth')
  const { authorizers, amazon } = context
  const source = { authorizers, amazon, compatibility: scope.compatibility }
  const unread =
    security === undefined && (operation['security'] === undefined ? context.securityUnread : true)
  const { access, unclear } = accessOf(security ?? context.security, source, auth, unread)
  if (unclear !== undefined && !closed.has(unclear)) {
    closed.add(unclear)
    const message = `${unclear} The gateway refuses the calls that it is to protect.`
    scope.report.warning('access-not-understood', `${pointer}/security`, 'security', message)
  }
  const rest = members.rest()
  reportRest(scope, pointer, rest, reasons)
  return addRecord(scope, {
    kind: 'method',
    id,
    resource,
    httpMethod,
    ...fields,
    security,
    ...access,
    validator,
    integration,
    rest,
  })
}

function isResponse(value: unknown, name: string): value is JsonObject {
  return isObject(value) && !name.startsWith('x-')
}

function readMethodIntegration(
  scope: ImportScope,
  members: Members,
  found: ReadOperation,
  context: MethodContext,
  method: RecordId,
): RecordId | undefined {
  const named = members.take(penstockIntegration, isString)
  const value = members.peek(integrationExtension)
  if (!isObject(value)) return named
  const reference = /^#\/components\/x-amazon-apigateway-integrations\/([^/]+)$/.exec(textOf(value['$ref']))
  if (reference) {
    const id = context.integrations.get(reference[1]!.replace(/~1/g, '/').replace(/~0/g, '~'))
    if (id !== undefined && Object.keys(value).length === 1) members.drop(integrationExtension)
    return id
  }
  const body = readIntegration(value)
  if (!body) {
    scope.report.refused(
      `${found.pointer}/${integrationExtension}`,
      integrationExtension,
      'The type of the integration is missing or unknown; the method has no integration.',
    )
    return undefined
  }
  members.drop(integrationExtension)
  checkIntegration(scope, found, value, body)
  const key = `${operationKeys[found.key]} ${found.path}`
  // Two operations that name one id and say something else have an integration each.
  const isNamed = named !== undefined && isFree(scope, named, body)
  const id = isNamed ? named : integrationId(scope, method, key, body, context.existing)
  if (!scope.records.has(id)) addIntegration(scope, id, body, `${found.pointer}/${integrationExtension}`)
  return id
}

/** Whether an id is nobody's yet, or that of the same integration. */
function isFree(scope: ImportScope, id: RecordId, body: Omit<Integration, 'kind' | 'id'>): boolean {
  const other = scope.records.get(id)
  return !other || sameRecord(other, { kind: 'integration', id, ...body })
}

/** An equal integration that the method has already is shared on; its own is changed; somebody else's is not touched. */
function integrationId(
  scope: ImportScope,
  method: RecordId,
  key: string,
  body: Omit<Integration, 'kind' | 'id'>,
  existing: Definition | undefined,
): RecordId {
  const before = existing && find(existing, 'integration', find(existing, 'method', method)?.integration)
  if (before && sameRecord(before, { kind: 'integration', id: before.id, ...body, name: before.name })) {
    scope.records.set(before.id, before)
    return before.id
  }
  return scope.id('integration', key)
}

/** A description that says nothing of the integration leaves the one that a method has. */
function keepExistingIntegration(
  scope: ImportScope,
  method: RecordId,
  context: MethodContext,
): RecordId | undefined {
  if (!context.existing) return undefined
  const integration = find(
    context.existing,
    'integration',
    find(context.existing, 'method', method)?.integration,
  )
  if (!integration || integration.rest?.[componentHint] !== undefined) return undefined
  // An upstream that this import names is meant for what the shared integration answers, whatever answered before.
  if (context.upstream !== undefined && integration.id === scope.id('integration', sharedMockKey))
    return undefined
  scope.records.set(integration.id, integration)
  return integration.id
}

function sharedIntegration(scope: ImportScope, { existing, upstream }: MethodContext): RecordId {
  const id = scope.id('integration', sharedMockKey)
  const before = existing && find(existing, 'integration', id)
  if (upstream !== undefined) addRecord(scope, { kind: 'integration', id, type: 'http_proxy', upstream })
  else if (before) scope.records.set(id, before)
  else addRecord(scope, { kind: 'integration', id, name: sharedMockName, type: 'mock', fromExamples: true })
  return id
}

function duplicateOperationId(scope: ImportScope, operationId: string, pointer: string, first: string) {
  scope.report.warning(
    'duplicate-operation-id',
    `${pointer}/operationId`,
    'operationId',
    `The operation id "${operationId}" is used twice; first at ${first}.`,
  )
}
