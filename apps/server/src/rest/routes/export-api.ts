import { z } from 'zod'
import { exportSchema } from '../../procedures/exports/text.schema.ts'
import { exportText } from '../../procedures/exports/text.ts'
import { defineRoute } from '../define.ts'
import { ofApiPath } from '../parameters.ts'

const { from, format, as, extensions } = exportSchema.shape

export const exportApiRoute = defineRoute({
  method: 'GET',
  path: '/apis/:api/export',
  operationId: 'exportApi',
  summary: 'The draft or what a stage serves, as a description',
  tag: 'APIs',
  params: ofApiPath,
  query: z.object({
    from: from.default('draft'),
    format: format.default('oas31'),
    as: as.default('json'),
    extensions: extensions.default('penstock'),
  }),
  answer: z.string(),
  produces: ['application/json', 'application/yaml'],
  async handle({ ctx, params, query, reply }) {
    const { text, fileName } = await exportText.run(ctx, { slug: params.api, ...query })
    reply.type(query.as === 'json' ? 'application/json' : 'application/yaml')
    reply.header('content-disposition', `attachment; filename="${fileName}"`)
    return text
  },
})
