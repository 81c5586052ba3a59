import { z } from 'zod'
import type { Bundle } from './schema.ts'

/** Held whole in memory by a node, at most: a text of more could not be made of it. */
export const heldBytesMax = 256 * 1024 * 1024

/** How large requests and answers of a stage may be, and how long its backends may take. What is absent is as `usualLimits` says. */
export const stageLimitsSchema = z.strictObject({
  /** Until the head of an integration's answer must be there, where the integration says nothing itself. */
  timeoutMs: z.number().int().min(50).max(86_400_000).optional(),
  /** Of every request's body, whether it is held or passed on as it comes; what is held is never more than `heldBytesMax`. */
  requestBodyBytes: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
  /** Of an integration's answer that is held whole, for a mapping or an event; what is passed on as it comes may be of any size. */
  responseBodyBytes: z.number().int().min(0).max(heldBytesMax).optional(),
  /** Names and values of all headers of a request, and what stands between them. */
  headerBytes: z.number().int().min(256).optional(),
  /** Path and query of a request, as they were sent. */
  urlBytes: z.number().int().min(64).optional(),
})
export type StageLimits = z.infer<typeof stageLimitsSchema>

/** What holds of a stage that says nothing. Null: no limit but those of the node. */
export interface UsualLimits {
  readonly timeoutMs: number
  readonly requestBodyBytes: number | null
  /** Of a request's body that is held whole, where `requestBodyBytes` is null. */
  readonly heldRequestBytes: number
  readonly responseBodyBytes: number
  readonly headerBytes: number | null
  readonly urlBytes: number | null
}

const mebibyte = 1024 * 1024

const native: UsualLimits = {
  timeoutMs: 60_000,
  requestBodyBytes: null,
  heldRequestBytes: 32 * mebibyte,
  responseBodyBytes: 32 * mebibyte,
  headerBytes: null,
  urlBytes: null,
}

/** Amazon's quotas of REST and WebSocket APIs (API Gateway developer guide, "Quotas"). */
const amazon: UsualLimits = {
  timeoutMs: 29_000,
  requestBodyBytes: 10 * mebibyte,
  heldRequestBytes: 10 * mebibyte,
  responseBodyBytes: 10 * mebibyte,
  headerBytes: 10_240,
  urlBytes: 10_240,
}

const amazonHttp: UsualLimits = { ...amazon, timeoutMs: 30_000 }

/** Amazon's quotas where an API keeps its behaviour, and more for every other. */
export function usualLimits({
  type,
  compatibility,
}: Pick<Bundle['api'], 'type' | 'compatibility'>): UsualLimits {
  if (compatibility === 'native') return native
  return type === 'HTTP' ? amazonHttp : amazon
}
