import { requestRecordSchema } from '@penstock/bundle'
import type { z } from 'zod'

/** What happened to one request, as the gateway recorded it. */
export const requestViewSchema = requestRecordSchema
export type RequestView = z.infer<typeof requestViewSchema>
