import { inspectRequestSchema } from '@penstock/bundle'
import { z } from 'zod'
import { ofApi } from '../names.ts'

const { method, target, headers } = inspectRequestSchema.shape
const [name, value] = headers.element.def.items

/** What Amazon's TestInvokeMethod takes, with the resource by its path. */
export const testInvocation = z.strictObject({
  resourcePath: target.max(16_384).describe('Path of the resource as it is drawn, e.g. `/pets/{petId}`.'),
  method,
  pathWithQueryString: target
    .max(16_384)
    .optional()
    .describe('Path and query of the request; the path of the resource itself if it is left out.'),
  headers: z.record(name, value).default({}),
  multiValueHeaders: z
    .record(name, z.array(value))
    .default({})
    .describe('In place of `headers` of the same name.'),
  body: z.string().max(10_000_000).optional(),
})

export const testInvokeSchema = ofApi.extend(testInvocation.shape)
