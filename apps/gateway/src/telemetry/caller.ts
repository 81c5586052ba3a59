import type { RequestContext } from '../request-context.ts'

/** What of a request says who called, as it came. Stays in memory until the record is sent; see `consumer-of.ts`. */
export interface Caller {
  readonly apiKey: string | undefined
  readonly authorization: string | undefined
  readonly userAgent: string | undefined
  readonly address: string
}

/** One look at the headers, and nothing is computed: this is on the way of every request. */
export function callerOf(context: RequestContext): Caller {
  const { headers } = context.request
  let apiKey: string | undefined
  let authorization: string | undefined
  let userAgent: string | undefined
  for (let i = 0; i < headers.length; i += 2) {
    const name = headers[i] ?? ''
    // Names of other lengths, and with another first letter, cost no more than that; 32 makes the letter a small one.
    if (name.length === 9 && (name.charCodeAt(0) | 32) === letters.x) {
      if (name.toLowerCase() === 'x-api-key') apiKey ??= headers[i + 1]
    } else if (name.length === 13 && (name.charCodeAt(0) | 32) === letters.a) {
      if (name.toLowerCase() === 'authorization') authorization ??= headers[i + 1]
    } else if (name.length === 10 && (name.charCodeAt(0) | 32) === letters.u) {
      if (name.toLowerCase() === 'user-agent') userAgent ??= headers[i + 1]
    }
  }
  return { apiKey, authorization, userAgent, address: context.request.remoteAddress }
}

const letters = { x: 'x'.charCodeAt(0), a: 'a'.charCodeAt(0), u: 'u'.charCodeAt(0) }
