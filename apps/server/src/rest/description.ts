import { createRequire } from 'node:module'
import type { JsonObject } from '@penstock/model'
import { z } from 'zod'
import type { RestRoute } from './define.ts'

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string }

const problem: JsonObject = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'fault'],
  properties: {
    type: { type: 'string', description: 'Path of the page about this error.' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    fault: { enum: ['client', 'operator', 'upstream', 'penstock'] },
    requestId: { type: 'string' },
    details: {},
  },
}

/** What answers share, by name. */
type Schemas = Record<string, JsonObject>

/** OpenAPI 3.1 of the REST API, made of the schemas that serve it: the two can't drift apart. */
export function describeRest(routes: readonly RestRoute[]): JsonObject {
  const paths: Record<string, JsonObject> = {}
  const schemas: Schemas = { Problem: problem }
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route, schemas) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Penstock',
      version,
      description: 'The control plane: what the command line and automation use.',
    },
    servers: [{ url: '/api/v1' }],
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'An API token (Settings → API tokens).' },
      },
      schemas,
    },
  }
}

function operation(route: RestRoute, schemas: Schemas): JsonObject {
  const { operationId, summary, description, tag, status } = route
  return {
    operationId,
    summary,
    ...(description === undefined ? {} : { description }),
    tags: [tag],
    parameters: [...parameters(route.params, 'path'), ...parameters(route.query, 'query')],
    ...(route.body === undefined ? {} : { requestBody: requestBody(route.body) }),
    responses: {
      [status]: status === 204 ? { description: 'Done.' } : answerOf(route, schemas),
      default: {
        description: 'What went wrong, and whose fault it is.',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

function parameters(shape: z.ZodObject, where: 'path' | 'query'): JsonObject[] {
  const { properties = {}, required = [] } = schemaOf(shape, 'input') as {
    properties?: Record<string, JsonObject>
    required?: string[]
  }
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema,
  }))
}

function requestBody(body: z.ZodType | 'document'): JsonObject {
  if (body !== 'document') return { content: { 'application/json': { schema: schemaOf(body, 'input') } } }
  const text = { schema: { type: 'string', description: 'OpenAPI 3.1, 3.0 or Swagger 2.0' } }
  return { required: true, content: { 'application/json': { schema: {} }, 'application/yaml': text } }
}

function answerOf({ answer, produces = ['application/json'] }: RestRoute, schemas: Schemas): JsonObject {
  const schema = shared(schemaOf(answer, 'output'), schemas)
  return { description: 'Done.', content: Object.fromEntries(produces.map((type) => [type, { schema }])) }
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonObject {
  // What zod can't say in JSON Schema (a check of our own, any JSON) is described as "anything".
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as JsonObject
  return rest
}

/** Schemas that have an id are those of the whole description, instead of being written out in each answer. */
function shared({ $defs = {}, ...schema }: JsonObject, schemas: Schemas): JsonObject {
  const moved = JSON.parse(
    JSON.stringify({ schema, $defs }).replaceAll('"#/$defs/', '"#/components/schemas/'),
  ) as { schema: JsonObject; $defs: Schemas }
  Object.assign(schemas, moved.$defs)
  return moved.schema
}
