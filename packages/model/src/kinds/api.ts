import { compileSelection } from '@penstock/template'
import { z } from 'zod'
import { jsonObjectSchema, jsonSchema } from '../json.ts'
import { defineKind } from '../kind.ts'

export const corsSchema = z.strictObject({
  allowOrigins: z.array(z.string()).optional(),
  allowMethods: z.array(z.string()).optional(),
  allowHeaders: z.array(z.string()).optional(),
  exposeHeaders: z.array(z.string()).optional(),
  allowCredentials: z.boolean().optional(),
  maxAgeSeconds: z.number().int().optional(),
})

/** What Amazon's console proposes, and most clients send. */
export const defaultRouteSelection = '$request.body.action'

/** The API itself: exactly one in a definition. */
export const apiSchema = z.strictObject({
  kind: z.literal('api'),
  id: z.string(),
  name: z.string(),
  /** `info.version` of the description. */
  version: z.string().optional(),
  description: z.string().optional(),
  type: z.enum(['REST', 'HTTP', 'WEBSOCKET']).optional(),
  /** `aws` keeps Amazon API Gateway's observable behaviour; `native` does what a developer would expect. */
  compatibility: z.enum(['native', 'aws']).optional(),
  /** Which rules the schemas in this definition follow, and the exact version string they were imported with. */
  dialect: z.enum(['oas31', 'oas30', 'swagger2']).optional(),
  openapiVersion: z.string().optional(),
  servers: z.array(jsonObjectSchema).optional(),
  tags: z.array(jsonObjectSchema).optional(),
  security: z.array(jsonObjectSchema).optional(),
  /** Everything else of `info` (contact, license, x-…). */
  info: jsonObjectSchema.optional(),
  binaryMediaTypes: z.array(z.string()).optional(),
  minimumCompressionSize: z.number().int().nullable().optional(),
  apiKeySource: z.enum(['HEADER', 'AUTHORIZER']).optional(),
  cors: corsSchema.optional(),
  /** How a message of a WebSocket API asks for its route. */
  routeSelectionExpression: z.string().optional(),
  /** The validator of methods that name none. */
  validator: z.string().optional(),
  /** Path that is put before every route (Amazon's basepath import option `prepend`). */
  basePath: z.string().optional(),
  /** Other members of the document's root, kept for export. */
  rest: z.record(z.string(), jsonSchema).optional(),
})
export type Api = z.infer<typeof apiSchema>

export const apiKind = defineKind({
  kind: 'api',
  idPrefix: 'api_',
  schema: apiSchema,
  defaults: {
    type: 'REST',
    compatibility: 'native',
    dialect: 'oas31',
    apiKeySource: 'HEADER',
    routeSelectionExpression: defaultRouteSelection,
  },
  references: (api) => (api.validator ? [{ kind: 'validator', path: ['validator'], id: api.validator }] : []),
  label: (api) => api.name,
  check({ id, type, routeSelectionExpression }) {
    if (type !== 'WEBSOCKET' || routeSelectionExpression === undefined) return []
    const problem = compileSelection(routeSelectionExpression)
    if (typeof problem !== 'string') return []
    return [
      {
        code: 'route-selection-invalid',
        severity: 'error',
        message: `The route selection expression ${problem}.`,
        location: { record: id, path: ['routeSelectionExpression'] },
        suggest: `Write it as "${defaultRouteSelection}".`,
      },
    ]
  },
  connects: { resource: 'parent' },
})
