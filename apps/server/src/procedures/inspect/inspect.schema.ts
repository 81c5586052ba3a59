import { inspectRequestSchema } from '@penstock/bundle'
import { z } from 'zod'
import { ofStage } from '../names.ts'

const { method, target, headers } = inspectRequestSchema.shape

/** A request to a stage, as a person or a program writes it. */
export const inspectedRequest = z.object({
  method,
  path: target.max(16_384).describe('What follows the stage, query included.'),
  headers: headers.max(100).default([]),
  body: z.string().max(10_000_000).optional(),
  bodyEncoding: z.enum(['text', 'base64']).default('text'),
})

export const inspectSchema = ofStage.extend(inspectedRequest.shape)
