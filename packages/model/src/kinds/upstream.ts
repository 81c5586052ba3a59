import { z } from 'zod'
import { jsonSchema } from '../json.ts'
import { defineKind } from '../kind.ts'

/** A backend by its base URL, which may hold `${stageVariables.name}`. */
export const upstreamSchema = z.strictObject({
  kind: z.literal('upstream'),
  id: z.string(),
  name: z.string(),
  url: z.string(),
  rest: z.record(z.string(), jsonSchema).optional(),
})
export type Upstream = z.infer<typeof upstreamSchema>

export const upstreamKind = defineKind({
  kind: 'upstream',
  idPrefix: 'ups_',
  schema: upstreamSchema,
  defaults: {},
  references: () => [],
  label: (upstream) => upstream.name,
  unique: (upstream) => upstream.name,
  connects: {},
})
