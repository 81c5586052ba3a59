import { z } from 'zod'
import { jsonObjectSchema, jsonSchema } from '../json.ts'
import { defineKind } from '../kind.ts'

/** One of Amazon's documentation parts (`x-amazon-apigateway-documentation`). */
export const documentationSchema = z.strictObject({
  kind: z.literal('documentation'),
  id: z.string(),
  location: jsonObjectSchema,
  properties: jsonSchema,
})
export type Documentation = z.infer<typeof documentationSchema>

export const documentationKind = defineKind({
  kind: 'documentation',
  idPrefix: 'doc_',
  schema: documentationSchema,
  defaults: {},
  references: () => [],
  label: (part) => (typeof part.location['type'] === 'string' ? part.location['type'] : 'part'),
  connects: {},
})
