import type { ApiRecord } from '@penstock/model'
import { z } from 'zod'
import { ofApi } from '../names.ts'

const revision = z.number().int().nonnegative()

/** Only its envelope: the command reads the record by its kind's schema and names the field that does not fit. */
const recordSchema = z.custom<ApiRecord>(
  (value) => typeof value === 'object' && value !== null && 'kind' in value && 'id' in value,
  { message: 'expected a record' },
)

export const saveDraftSchema = ofApi.extend({
  /** Chosen by the browser: it knows its own change by it when the live events bring it back. */
  changeId: z.string().min(1).max(100),
  added: z.array(recordSchema),
  updated: z.array(z.object({ record: recordSchema, revision })),
  removed: z.array(z.object({ id: z.string(), revision })),
})
