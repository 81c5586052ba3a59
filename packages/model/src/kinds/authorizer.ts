import { z } from 'zod'
import { jsonObjectSchema, jsonSchema } from '../json.ts'
import { defineKind } from '../kind.ts'

/** Who may call. `scheme` is what a client reads (an OpenAPI security scheme), `settings` what the gateway runs. */
export const authorizerSchema = z.strictObject({
  kind: z.literal('authorizer'),
  id: z.string(),
  /** The key in `components.securitySchemes`. */
  name: z.string(),
  scheme: jsonObjectSchema.optional(),
  /** `x-amazon-apigateway-authorizer` as it came; absent when the scheme only documents. */
  settings: jsonObjectSchema.optional(),
  rest: z.record(z.string(), jsonSchema).optional(),
})
export type Authorizer = z.infer<typeof authorizerSchema>

export const authorizerKind = defineKind({
  kind: 'authorizer',
  idPrefix: 'aut_',
  schema: authorizerSchema,
  defaults: {},
  references: () => [],
  label: (authorizer) => authorizer.name,
  unique: (authorizer) => authorizer.name,
  connects: {},
})
