import { inspectionSchema } from '@penstock/bundle'
import { z } from 'zod'

const record = z.object({ id: z.string(), name: z.string() })

/** An inspection as the REST API describes it. */
export const inspectionAnswerSchema = inspectionSchema.extend({
  records: z.object({
    resources: z.array(record),
    method: record.nullable(),
    authorizer: record.nullable(),
    validator: record.nullable(),
    integration: record.nullable(),
    upstream: record.nullable(),
    function: record.nullable(),
  }),
  guards: z.array(
    z.object({
      name: z.enum(['authorizer', 'api key', 'limits', 'validation', 'cache']),
      isSet: z.boolean(),
      sentence: z.string(),
    }),
  ),
})
