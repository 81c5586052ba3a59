import { z } from 'zod'
import { excerptSchema, headersSchema } from './excerpt.ts'

/** What is recorded of the bytes that came, at most. */
export const failedCallBytes = 1024

/**
 * How an integration was called over HTTP, where the call or what followed it failed. Values of a query, of headers that
 * are not known to be harmless, and letters and digits of what came are blotted out where it is recorded; see the gateway's
 * diagnosis/.
 */
export const failedCallSchema = z.strictObject({
  method: z.string(),
  url: z.string(),
  headers: headersSchema,
  /** Null: it streamed. */
  bodyBytes: z.number().int().nullable(),
  timeoutMs: z.number(),
  /** Two: it was sent once more, on another connection. */
  attempts: z.number().int(),
  /** Whether the connection had served a call before; null where there was none yet, or nobody knows. */
  connection: z.enum(['new', 'reused']).nullable(),
  /** The other end: `192.0.2.7:443`. */
  address: z.string().nullable(),
  /** How far it was: without a connection, waiting for the answer's head, in its body; `answered`: the answer was whole. */
  step: z.enum(['queued', 'connecting', 'waiting', 'answering', 'answered']).nullable(),
  /** What happened on the socket, in the system's word (`ECONNREFUSED`) or ours (`TIMEOUT`, `WIRE_CLOSED`); null: nothing. */
  event: z.string().nullable(),
  /** From the call to its failure. */
  afterMs: z.number(),
  /** Set where the answer was whole, and `received` is its body. */
  answer: z.strictObject({ status: z.number().int(), headers: headersSchema }).nullable(),
  received: z.strictObject({
    bytes: z.number().int(),
    /** The first of them, as they came. */
    start: excerptSchema.nullable(),
    /** Those around the place that could not be read, where it is not among the first. */
    broke: excerptSchema.nullable(),
  }),
})
export type FailedCall = z.infer<typeof failedCallSchema>
