import { z } from 'zod'
import { ofStage, planHashSchema } from '../names.ts'

export const runExamplesOptions = z.object({
  ids: z.array(z.string()).max(1000).optional().describe('Only these examples; all without it.'),
  planHash: planHashSchema
    .optional()
    .describe(
      'Run the examples of this plan of the stage against what it leads to, as the preview would serve it, instead of those of the draft against what the stage serves.',
    ),
  unsafe: z
    .boolean()
    .default(false)
    .describe(
      'Send those too that may change something behind the gateway; without, they are only explained.',
    ),
})

export const runExamplesSchema = ofStage.extend(runExamplesOptions.shape)
