import { z } from 'zod'
import { apiSummarySchema } from '../../presenters/api-view.ts'
import { presentApi } from '../../presenters/apis.ts'
import { presentAws } from '../../presenters/aws.ts'
import { importReportSchema } from '../../presenters/import-view.ts'
import { importApi } from '../../procedures/apis/import.ts'
import { importApiSchema } from '../../procedures/apis/import.schema.ts'
import { defineDocumentRoute } from '../define.ts'
import { flag } from '../parameters.ts'

export const importApiRoute = defineDocumentRoute({
  method: 'POST',
  path: '/apis',
  operationId: 'importApi',
  summary: 'Import a description into the draft of an API',
  description:
    'Nothing is dropped in silence: the report says what became of every construct. `compatibility` defaults to `aws` where the document carries `x-amazon-apigateway-*`.',
  tag: 'APIs',
  query: importApiSchema
    .omit({ document: true, failOnWarnings: true, mode: true })
    .extend({ mode: importApiSchema.shape.mode.default('create'), failOnWarnings: flag }),
  status: 201,
  answer: z.object({
    api: apiSummarySchema,
    report: importReportSchema,
    aws: z
      .unknown()
      .optional()
      .describe("The imported draft in Amazon's vocabulary, where it is compatible with it."),
  }),
  async handle({ ctx, query, body: document }) {
    const { slug, report } = await importApi.run(ctx, { ...query, document })
    const api = await presentApi(ctx, slug)
    return { api, report, aws: await presentAws(ctx.core, slug) }
  },
})
