import { z } from 'zod'
import { auditKinds } from '../../store/audit-actions.ts'
import { slugSchema } from '../names.ts'

export const listAuditSchema = z.object({
  slug: slugSchema.optional(),
  /** Id of a user or a token. */
  actor: z.string().max(64).optional(),
  kind: z.enum(auditKinds).optional(),
  limit: z.number().int().min(1).max(200).optional(),
  /** `next` of the page before. */
  cursor: z.object({ at: z.iso.datetime(), id: z.string() }).optional(),
})
