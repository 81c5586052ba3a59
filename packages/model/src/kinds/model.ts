import { z } from 'zod'
import { jsonSchema } from '../json.ts'
import { defineKind } from '../kind.ts'

/** A named schema: `components.schemas[name]` (or `definitions[name]`), in the dialect of the api record. */
export const modelSchema = z.strictObject({
  kind: z.literal('model'),
  id: z.string(),
  name: z.string(),
  schema: jsonSchema,
})
export type Model = z.infer<typeof modelSchema>

export const modelKind = defineKind({
  kind: 'model',
  idPrefix: 'mod_',
  schema: modelSchema,
  defaults: {},
  references: () => [],
  label: (model) => model.name,
  unique: (model) => model.name,
  connects: {},
})
