import { createHash } from 'node:crypto'
import type { RequestContext } from '../request-context.ts'
import { holderOf } from './holder-of.ts'

/** Longest value that is kept as it came: records wait in memory, and headers may be many times as long. */
const keptLength = 2048
/** No header has it, so what begins with it is a digest. */
const digested = '\0'

/**
 * What of a request says who called: as it came, or its digest where it is long. Stays in memory until the record is sent;
 * see `consumer-of.ts`.
 */
export interface Caller {
  readonly apiKey: string | undefined
  readonly authorization: string | undefined
  readonly userAgent: string | undefined
  readonly address: string
}

/** One look at the headers, and nothing is computed but of long ones: this is on the way of every request. */
export function callerOf(context: RequestContext): Caller {
  // The messages of a connection are of whom opened it.
  const headers = context.request.openedWith ?? context.request.headers
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
  if (apiKey !== undefined && apiKey.length > keptLength) apiKey = keyDigest(apiKey)
  if (authorization !== undefined && authorization.length > keptLength)
    authorization = holderDigest(authorization)
  // One that long names no program.
  if (userAgent !== undefined && userAgent.length > keptLength) userAgent = undefined
  return { apiKey, authorization, userAgent, address: context.request.remoteAddress }
}

/** An API key as its digest, which may be one already. */
export function keyDigest(apiKey: string): string {
  return apiKey.startsWith(digested) ? apiKey : digest(apiKey)
}

/** The same of whom a credential is of. */
export function holderDigest(authorization: string): string {
  return authorization.startsWith(digested) ? authorization : digest(holderOf(authorization))
}

function digest(text: string): string {
  return digested + createHash('sha256').update(text).digest('base64url')
}

const letters = { x: 'x'.charCodeAt(0), a: 'a'.charCodeAt(0), u: 'u'.charCodeAt(0) }
