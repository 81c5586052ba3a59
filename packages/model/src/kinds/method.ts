import { z } from 'zod'
import { type JsonObject, jsonObjectSchema, jsonSchema } from '../json.ts'
import { defineKind, reference } from '../kind.ts'
import { resourceTree } from '../paths.ts'
import { find } from '../records.ts'
import { resolveRef } from '../refs.ts'

export const httpMethods = [
  'GET',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'HEAD',
  'OPTIONS',
  'TRACE',
  'ANY',
] as const
export type HttpMethod = (typeof httpMethods)[number]

/** One HTTP method of a resource: what callers see (OpenAPI 3 shapes) and which records serve it. */
export const methodSchema = z.strictObject({
  kind: z.literal('method'),
  id: z.string(),
  resource: z.string(),
  httpMethod: z.enum(httpMethods),
  operationId: z.string().optional(),
  summary: z.string().optional(),
  description: z.string().optional(),
  tags: z.array(z.string()).optional(),
  deprecated: z.boolean().optional(),
  /** OpenAPI 3 parameter objects or `{$ref}`; schemas are in the dialect of the api record. */
  parameters: z.array(jsonObjectSchema).optional(),
  requestBody: jsonObjectSchema.optional(),
  /** Status code, range (`4XX`) or `default` → OpenAPI 3 response object or `{$ref}`. */
  responses: z.record(z.string(), jsonObjectSchema).optional(),
  security: z.array(jsonObjectSchema).optional(),
  authorizationType: z.enum(['NONE', 'AWS_IAM', 'CUSTOM', 'COGNITO_USER_POOLS', 'JWT']).optional(),
  authorizer: z.string().optional(),
  authorizationScopes: z.array(z.string()).optional(),
  apiKeyRequired: z.boolean().optional(),
  validator: z.string().optional(),
  integration: z.string().optional(),
  /** Other members of the operation object (callbacks, servers, externalDocs, x-…), kept for export. */
  rest: z.record(z.string(), jsonSchema).optional(),
})
export type Method = z.infer<typeof methodSchema>

export const methodKind = defineKind({
  kind: 'method',
  idPrefix: 'met_',
  schema: methodSchema,
  defaults: { authorizationType: 'NONE', apiKeyRequired: false },
  references: (method) => [
    ...reference('resource', ['resource'], method.resource),
    ...reference('authorizer', ['authorizer'], method.authorizer),
    ...reference('validator', ['validator'], method.validator),
    ...reference('integration', ['integration'], method.integration),
  ],
  label: (method) => method.operationId ?? method.httpMethod,
  check(method, { definition, api }) {
    if (api?.type === 'WEBSOCKET')
      return [
        {
          code: 'method-misplaced',
          severity: 'error',
          message: `${method.httpMethod} ${resourceTree(definition).paths.get(method.resource) ?? '?'} is a method, and this is a WebSocket API: nothing would call it.`,
          location: { record: method.id },
          suggest: 'Delete it, and draw a WebSocket route.',
        },
      ]
    // Exports of drawn APIs declare them by themselves, and Amazon asks nobody to.
    if (api?.openapiVersion === undefined || api.compatibility === 'aws') return []
    const path = resourceTree(definition).paths.get(method.resource) ?? ''
    if (!path.includes('{')) return []
    const shared = find(definition, 'resource', method.resource)?.parameters ?? []
    const own = method.parameters ?? []
    const declares = (given: JsonObject, name: string) => {
      const ref = given['$ref']
      const said = typeof ref === 'string' ? (resolveRef(definition, ref) as typeof given | undefined) : given
      return said?.['in'] === 'path' && said['name'] === name
    }
    const isDeclared = (name: string) =>
      own.some((given) => declares(given, name)) || shared.some((given) => declares(given, name))
    return (path.match(/(?<=\{)[^{}]+?(?=\+?\})/g) ?? [])
      .filter((name) => !isDeclared(name))
      .map((name) => ({
        code: 'path-parameter-undeclared',
        severity: 'warning',
        message: `${method.httpMethod} ${path} does not declare its path parameter "${name}".`,
        location: { record: method.id, path: ['parameters'] },
        suggest: `Declare "${name}" as a parameter in the path, required.`,
      }))
  },
  connects: { integration: 'integration', authorizer: 'authorizer', validator: 'validator' },
})
