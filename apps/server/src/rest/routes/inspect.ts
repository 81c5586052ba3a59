import { z } from 'zod'
import { inspectedRequest } from '../../procedures/inspect/inspect.schema.ts'
import { explain } from '../../procedures/inspect/explain.ts'
import { send } from '../../procedures/inspect/send.ts'
import { inspectionAnswerSchema } from '../../presenters/inspection-schema.ts'
import { defineRoute } from '../define.ts'
import { ofStageOrPreviewPath } from '../parameters.ts'

export const inspectRoute = defineRoute({
  method: 'POST',
  path: '/apis/:api/stages/:stage/inspect',
  operationId: 'inspectRequest',
  summary: 'Tell which route answers a request, why the others do not, and phase by phase what happens to it',
  description:
    'With the mode `explain`, which is the default, nothing behind the gateway is called: the answer holds the call that would be made. With `send` it is made, and the answer holds what came of it.',
  tag: 'Stages',
  params: ofStageOrPreviewPath,
  body: inspectedRequest.extend({ mode: z.enum(['explain', 'send']).default('explain') }),
  answer: inspectionAnswerSchema,
  handle: ({ ctx, params: { api: slug, stage }, body: { mode, ...request } }) =>
    (mode === 'send' ? send : explain).run(ctx, { slug, stage, ...request }),
})
