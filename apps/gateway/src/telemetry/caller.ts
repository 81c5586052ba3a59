import { createHash } from 'node:crypto'
import { headerValue } from '../headers.ts'
import type { RequestContext } from '../request-context.ts'
import { requestHeader } from '../wire/server.ts'
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

/** Nothing is computed but of long ones: this is on the way of every request. */
export function callerOf(context: RequestContext): Caller {
  const { request } = context
  // The messages of a connection are of whom opened it.
  const { openedWith } = request
  const shown = (name: string) =>
    openedWith === undefined ? requestHeader(request, name) : headerValue(openedWith, name)
  let apiKey = shown('x-api-key')
  let authorization = shown('authorization')
  let userAgent = shown('user-agent')
  if (apiKey !== undefined && apiKey.length > keptLength) apiKey = keyDigest(apiKey)
  if (authorization !== undefined && authorization.length > keptLength)
    authorization = holderDigest(authorization)
  // One that long names no program.
  if (userAgent !== undefined && userAgent.length > keptLength) userAgent = undefined
  return { apiKey, authorization, userAgent, address: request.remoteAddress }
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
