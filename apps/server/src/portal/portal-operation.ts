import {
  type Definition,
  find,
  type Json,
  type JsonObject,
  type Method,
  namedRecord,
  parseRef,
  pathOf,
  recordsOf,
  resolveRef,
  uncheckedSchemes,
} from '@penstock/model'
import { summaryOf } from './portal-index.ts'
import type { PortalOperation } from './portal-view.ts'

/** Schemas that come along with an operation at most, and their size in characters of JSON. */
const most = { schemas: 120, characters: 400_000 }

/** An operation in full, or undefined when the definition has no method of this id that a path leads to. */
export function portalOperation(definition: Definition, id: string): PortalOperation | undefined {
  const method = find(definition, 'method', id)
  const path = method && pathOf(definition, method.resource)
  if (!method || path === undefined) return undefined
  const parameters = parametersOf(definition, method)
  const requestBody = method.requestBody
    ? withParts(definition, resolved(definition, method.requestBody))
    : null
  const responses = Object.entries(method.responses ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([status, response]) => ({
      status,
      response: withParts(definition, resolved(definition, response)),
    }))
  return {
    ...summaryOf(method, path),
    description: method.description ?? null,
    tags: method.tags ?? [],
    security: securityOf(definition, method),
    unchecked: uncheckedSchemes(definition, method),
    parameters,
    requestBody,
    responses,
    schemas: schemasOf(definition, [parameters, requestBody, responses]),
  }
}

/** One schema by its name in the description. */
export function portalSchema(definition: Definition, name: string): Json | undefined {
  const record = namedRecord(definition, 'schemas', name)
  return record?.kind === 'model' ? record.schema : undefined
}

/** The method's own parameters, then those of its path that it does not say otherwise (OpenAPI 3.1, Path Item Object). */
function parametersOf(definition: Definition, method: Method): JsonObject[] {
  const own = (method.parameters ?? []).map((parameter) =>
    withParts(definition, resolved(definition, parameter)),
  )
  const taken = new Set(own.map(parameterKey))
  const shared = (find(definition, 'resource', method.resource)?.parameters ?? [])
    .map((parameter) => withParts(definition, resolved(definition, parameter)))
    .filter((parameter) => !taken.has(parameterKey(parameter)))
  return [...own, ...shared]
}

function parameterKey({ in: place, name }: JsonObject): string {
  return JSON.stringify([place, name])
}

function securityOf(definition: Definition, method: Method): string[][] {
  const [api] = recordsOf(definition, 'api')
  const authorizer = find(definition, 'authorizer', method.authorizer)
  if (authorizer) return [[authorizer.name]]
  return (method.security ?? api?.security ?? []).map((choice) => Object.keys(choice))
}

/** What a `$ref` stands for; itself when it leads nowhere, so that the reader sees what is missing. */
function resolved(definition: Definition, value: JsonObject): JsonObject {
  let current: Json = value
  for (let hops = 0; hops < 8 && isObject(current) && typeof current['$ref'] === 'string'; hops++)
    current = resolveRef(definition, current['$ref']) ?? null
  return isObject(current) ? current : value
}

/** A body or a response with its headers and examples resolved too; what is in schemas and in examples stays as it is. */
function withParts(definition: Definition, value: JsonObject): JsonObject {
  const { content, headers } = value
  return {
    ...value,
    ...(isObject(content)
      ? { content: each(content, (media) => ({ ...media, ...examplesOf(definition, media) })) }
      : {}),
    ...(isObject(headers) ? { headers: each(headers, (header) => resolved(definition, header)) } : {}),
  }
}

function examplesOf(definition: Definition, { examples }: JsonObject): JsonObject {
  return isObject(examples) ? { examples: each(examples, (example) => resolved(definition, example)) } : {}
}

function each(members: JsonObject, change: (member: JsonObject) => JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(members).map(([name, member]) => [name, isObject(member) ? change(member) : member]),
  )
}

/** Breadth first, so that what is cut off is what is farthest away. */
function schemasOf(definition: Definition, roots: readonly unknown[]): Record<string, Json> {
  const schemas: Record<string, Json> = {}
  const queue: string[] = []
  const seen = new Set<string>()
  const visit = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, member] of Object.entries(value)) {
      if (key !== '$ref' || typeof member !== 'string') visit(member)
      else {
        const target = parseRef(member)
        if (target?.section !== 'schemas' || seen.has(target.name)) continue
        seen.add(target.name)
        queue.push(target.name)
      }
    }
  }
  for (const root of roots) visit(root)
  let characters = 0
  for (let count = 0; count < queue.length && count < most.schemas && characters < most.characters; count++) {
    const name = queue[count]!
    const schema = portalSchema(definition, name)
    if (schema === undefined) continue
    schemas[name] = schema
    characters += JSON.stringify(schema).length
    visit(schema)
  }
  return schemas
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
