import { z } from 'zod'
import { jsonSchema } from '../json.ts'
import { defineKind } from '../kind.ts'

/**
 * Something an imported document said that we keep for export but do not run. On export the value is put back at
 * the JSON pointer (RFC 6901); `absent: true` takes out what export would have written there.
 */
export const opaqueSchema = z.strictObject({
  kind: z.literal('opaque'),
  id: z.string(),
  pointer: z.string(),
  value: jsonSchema.optional(),
  absent: z.boolean().optional(),
  /** What export wrote there when this was imported; once that changes (somebody edited it), nothing is put back. */
  written: jsonSchema.optional(),
  /** Why it is not understood, in words for the import report. */
  reason: z.string().optional(),
})
export type Opaque = z.infer<typeof opaqueSchema>

export const opaqueKind = defineKind({
  kind: 'opaque',
  idPrefix: 'opq_',
  schema: opaqueSchema,
  defaults: { absent: false },
  references: () => [],
  label: (opaque) => opaque.pointer,
  connects: {},
})
