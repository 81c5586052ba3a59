import { z } from 'zod'
import { ofStage } from '../names.ts'

export const runExamplesOptions = z.object({
  ids: z.array(z.string()).max(1000).optional().describe('Only these examples; all of the draft without it.'),
  unsafe: z
    .boolean()
    .default(false)
    .describe(
      'Send those too that may change something behind the gateway; without, they are only explained.',
    ),
})

export const runExamplesSchema = ofStage.extend(runExamplesOptions.shape)
