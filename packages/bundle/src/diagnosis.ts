import { z } from 'zod'
import { excerptSchema, headersSchema } from './excerpt.ts'
import { failedCallSchema } from './failed-call.ts'

/**
 * Repeats a failed call to a backend without the gateway's own HTTP code, so that both can be seen beside each other. Asked
 * of the node that made the call, on its HTTP port:
 *
 *     POST /.penstock/diagnose     DiagnoseRequest, with the bearer token of DesiredState.inspection → Diagnosis
 */
export const diagnosePath = '/.penstock/diagnose'

/** The newest format of a diagnosis. */
export const diagnosisFormat = 1

export const diagnoseRequestSchema = z.strictObject({
  /** The id that the client saw. */
  id: z.string(),
  /** Also what may change something: a method other than GET, HEAD and OPTIONS. */
  repeat: z.boolean(),
  /** Base64; in place of one that streamed by, or was too large to keep. */
  body: z.base64().optional(),
})
export type DiagnoseRequest = z.infer<typeof diagnoseRequestSchema>

/** A call that Node.js's own HTTP client made, from the node. */
export const directCallSchema = z.strictObject({
  /** Since the beginning of the call, in milliseconds; null: it did not come to that, or it was not needed. */
  lookedUpMs: z.number().nullable(),
  connectedMs: z.number().nullable(),
  securedMs: z.number().nullable(),
  firstByteMs: z.number().nullable(),
  totalMs: z.number(),
  /** The other end: `192.0.2.7:443`. */
  address: z.string().nullable(),
  /** What went wrong: the code that it is called by here, the socket's own word, and it in words. */
  error: z.strictObject({ code: z.string(), event: z.string().nullable(), cause: z.string() }).nullable(),
  status: z.number().int().nullable(),
  headers: headersSchema,
  body: excerptSchema.nullable(),
  /** The bytes as they came, where they are no answer that Node.js reads to its end. */
  raw: excerptSchema.nullable(),
})
export type DirectCall = z.infer<typeof directCallSchema>

export const diagnosisSchema = z.strictObject({
  format: z.literal(diagnosisFormat),
  requestId: z.string(),
  /** Why the gateway failed then. */
  error: z.strictObject({ code: z.string(), phase: z.string(), cause: z.string() }),
  /** The call as the gateway made it, with the bytes as they came. */
  recorded: failedCallSchema,
  /** Null: it was not repeated. */
  direct: directCallSchema.nullable(),
  /** `unsafe`: it may change something, and nobody said `repeat`; `body`: its body is not kept. */
  notRepeated: z.enum(['unsafe', 'body']).nullable(),
  /** What both together mean, in a sentence. */
  meaning: z.string(),
})
export type Diagnosis = z.infer<typeof diagnosisSchema>
