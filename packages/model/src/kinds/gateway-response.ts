import { z } from 'zod'
import { jsonSchema } from '../json.ts'
import { defineKind } from '../kind.ts'

const strings = z.record(z.string(), z.string())

/** What the gateway's own errors look like, by Amazon's response type (`DEFAULT_4XX`, `UNAUTHORIZED`, …). */
export const gatewayResponseSchema = z.strictObject({
  kind: z.literal('gatewayResponse'),
  id: z.string(),
  responseType: z.string(),
  statusCode: z.string().optional(),
  responseParameters: strings.optional(),
  responseTemplates: strings.optional(),
  rest: z.record(z.string(), jsonSchema).optional(),
})
export type GatewayResponse = z.infer<typeof gatewayResponseSchema>

export const gatewayResponseKind = defineKind({
  kind: 'gatewayResponse',
  idPrefix: 'gwr_',
  schema: gatewayResponseSchema,
  defaults: {},
  references: () => [],
  label: (response) => response.responseType,
  unique: (response) => response.responseType,
  connects: {},
})
