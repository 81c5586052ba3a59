import { z } from 'zod'
import { runDraftExamples } from '../../procedures/examples/run.ts'
import { runExamplesOptions } from '../../procedures/examples/run.schema.ts'
import { defineRoute } from '../define.ts'
import { ofStageOrPreviewPath } from '../parameters.ts'

export const runExamplesRoute = defineRoute({
  method: 'POST',
  path: '/apis/:api/stages/:stage/examples/run',
  operationId: 'runExamples',
  summary: "Run the draft's examples against a stage or the preview, and tell which fail and why",
  tag: 'Stages',
  params: ofStageOrPreviewPath,
  body: runExamplesOptions,
  answer: z.object({
    examples: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        method: z.string(),
        request: z.string(),
        outcome: z.enum(['passed', 'failed', 'explained']),
        problems: z.array(z.string()),
        status: z.number().nullable(),
        durationMs: z.number().nullable(),
      }),
    ),
  }),
  handle: async ({ ctx, params: { api: slug, stage }, body }) => ({
    examples: await runDraftExamples.run(ctx, { slug, stage, ...body }),
  }),
})
