import { z } from 'zod'
import { jsonObjectSchema, jsonSchema } from '../json.ts'
import { defineKind, reference } from '../kind.ts'

/**
 * One segment of a path. The root has `parent: null` and `pathPart: ''`; the path of any other resource is
 * `/` + the path parts from below the root joined by `/`, so `/a/` is the child with the empty path part of `/a`.
 */
export const resourceSchema = z.strictObject({
  kind: z.literal('resource'),
  id: z.string(),
  parent: z.string().nullable(),
  pathPart: z.string(),
  /** True when a description lists this path itself (or a person drew it), not only paths below it. */
  declared: z.boolean().optional(),
  summary: z.string().optional(),
  description: z.string().optional(),
  /** Parameters of every method here: OpenAPI parameter objects or `{$ref}`. */
  parameters: z.array(jsonObjectSchema).optional(),
  servers: z.array(jsonObjectSchema).optional(),
  rest: z.record(z.string(), jsonSchema).optional(),
})
export type Resource = z.infer<typeof resourceSchema>

export const resourceKind = defineKind({
  kind: 'resource',
  idPrefix: 'res_',
  schema: resourceSchema,
  defaults: { declared: false },
  references: (resource) => reference('resource', ['parent'], resource.parent),
  label: (resource) => `/${resource.pathPart}`,
  connects: { resource: 'parent', method: 'resource' },
})
