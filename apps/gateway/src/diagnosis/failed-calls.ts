import type { FailedCall } from '@penstock/bundle'
import type { RequestContext } from '../request-context.ts'
import { fullBucket, takeToken } from '../throttles/token-bucket.ts'
import type { UpstreamRequest } from '../wire/client.ts'
import { type Failed, failedOf, recordedCall, wholeCall } from './failed-call.ts'

/** A failed call as it can be made once more. */
export interface KeptCall {
  readonly id: string
  readonly request: Omit<UpstreamRequest, 'body'>
  /** Null: it streamed by, or was too large to keep. */
  readonly body: Buffer | null
  readonly error: { readonly code: string; readonly phase: string; readonly cause: string }
  readonly recorded: FailedCall
}

/** The calls that are kept, and the memory that they may take together: what weighs in them are bodies. */
const callsMax = 256
const bytesMax = 16 * 1024 * 1024
const bodyBytesMax = 1024 * 1024
/** Of an answer. */
const receivedBytesMax = 16 * 1024

/** Looked at in full. When a backend is down, one failure is like the next; the code and the cause are recorded of each. */
const sampled = { rateLimit: 20, burstLimit: 100 }

/**
 * The last failed calls of this node, to be repeated when somebody asks why one failed. They hold what clients sent: they
 * stay in memory, and nothing of them is logged.
 */
export class FailedCalls {
  readonly #calls = new Map<string, { readonly call: KeptCall; readonly bytes: number }>()
  readonly #now: () => number
  readonly #level: ReturnType<typeof fullBucket>
  #bytes = 0

  /** `now`: milliseconds of a monotonic clock. */
  constructor(now: () => number) {
    this.#now = now
    this.#level = fullBucket(now())
  }

  get size(): number {
    return this.#calls.size
  }

  get bytes(): number {
    return this.#bytes
  }

  /** Keeps the call of a request that failed by it, and answers what may be recorded of it; null for every other one. */
  keep(context: RequestContext): FailedCall | null {
    if (context.failure === null) return null
    const failed = failedOf(context)
    if (failed === null || takeToken(this.#level, sampled, this.#now()) > 0) return null
    this.#add(keptCall(context.id, failed))
    return recordedCall(failed)
  }

  find(id: string): KeptCall | null {
    return this.#calls.get(id)?.call ?? null
  }

  #add(call: KeptCall): void {
    const bytes = weightOf(call)
    this.#calls.set(call.id, { call, bytes })
    this.#bytes += bytes
    for (const [id, oldest] of this.#calls) {
      if (this.#calls.size <= callsMax && this.#bytes <= bytesMax) break
      this.#calls.delete(id)
      this.#bytes -= oldest.bytes
    }
  }
}

function keptCall(id: string, failed: Failed): KeptCall {
  const { failure, request } = failed
  const { body, ...rest } = request
  return {
    id,
    request: rest,
    body: keptBody(body),
    error: { code: failure.code, phase: failure.phase, cause: failure.reason },
    recorded: wholeCall(failed, receivedBytesMax),
  }
}

/** A copy: what is at hand may be a piece of something larger. */
function keptBody(body: UpstreamRequest['body']): Buffer | null {
  if (body === null) return Buffer.alloc(0)
  return body instanceof Uint8Array && body.byteLength <= bodyBytesMax ? Buffer.from(body) : null
}

function weightOf({ request, body, recorded }: KeptCall): number {
  const { start, broke } = recorded.received
  const texts = [...request.headers, request.path, start?.text ?? '', broke?.text ?? '']
  return (body?.length ?? 0) + texts.reduce((sum, text) => sum + text.length, 0)
}
