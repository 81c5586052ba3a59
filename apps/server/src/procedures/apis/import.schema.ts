import { z } from 'zod'
import { slugSchema } from '../names.ts'

const upstreamError =
  'The upstream is an http or https URL, or "servers" for the one that the document names.'

export const importApiSchema = z.object({
  document: z.string().min(1, 'The document is empty.'),
  slug: slugSchema.optional(),
  mode: z.enum(['create', 'merge', 'overwrite']),
  type: z.enum(['REST', 'HTTP', 'WEBSOCKET']).optional(),
  /** Absent: `aws` where the document carries `x-amazon-apigateway-*`, else `native`. */
  compatibility: z.enum(['native', 'aws']).optional(),
  /**
   * Base URL that all operations without an integration are sent to, or `servers`: the first address that the document
   * names. Absent: they are mocked from examples.
   */
  upstream: z
    .union([z.literal('servers'), z.url({ protocol: /^https?$/, error: upstreamError })], {
      error: upstreamError,
    })
    .optional(),
  basepath: z.enum(['ignore', 'prepend', 'split']).optional(),
  failOnWarnings: z.boolean().optional(),
})
