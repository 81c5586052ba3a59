import { diagnosisSchema } from '@penstock/bundle'
import { z } from 'zod'
import { diagnosedRequest } from '../../procedures/requests/diagnose.schema.ts'
import { diagnoseRequest } from '../../procedures/requests/diagnose.ts'
import { defineRoute } from '../define.ts'

export const diagnoseRequestRoute = defineRoute({
  method: 'POST',
  path: '/requests/:id/diagnose',
  operationId: 'diagnoseRequest',
  summary: 'Repeat the call to the backend that a request failed by, and show both beside each other',
  description:
    'The gateway node that made the call makes it once more with Node.js\u2019s own HTTP client, past its own codec, connections and mappings, and measures it. The last 256 failed calls of each node are kept in its memory. What may change something is repeated only with `repeat`.',
  tag: 'Requests',
  params: z.object({ id: z.string() }),
  body: diagnosedRequest,
  answer: diagnosisSchema,
  handle: ({ ctx, params, body }) => diagnoseRequest.run(ctx, { ...body, ...params }),
})
