import { z } from 'zod'
import { ofOwnStage } from '../names.ts'

export const rollbackSchema = ofOwnStage.extend({
  deployment: z.string().describe('What is served again.'),
  from: z
    .string()
    .nullable()
    .optional()
    .describe(
      'Id of the deployment that was live when this was decided, null for none: refused with ROLLBACK_STALE where ' +
        'another one is by now. Absent: whatever is live.',
    ),
  description: z.string().max(2000).optional(),
})
