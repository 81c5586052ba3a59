import { checkList } from '@penstock/diff'
import { z } from 'zod'
import { ofApi } from '../names.ts'
import { reasonSchema } from './reason.ts'

const ids = new Set(checkList.map(({ id }) => id))

export const checkIdSchema = z
  .string()
  .refine((id) => ids.has(id), 'There is no such check. GET /api/v1/checks lists them.')

export const overrideSchema = ofApi.extend({
  check: checkIdSchema,
  level: z
    .enum(['breaking', 'risky', 'safe', 'off'])
    .describe('What the check means for this API; `off` counts for nothing.'),
  reason: reasonSchema,
})
