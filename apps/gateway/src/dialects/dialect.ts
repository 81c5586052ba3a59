import type { Bundle } from '@penstock/bundle'
import type { Failure } from '../failure.ts'
import type { RawHeaders } from '../headers.ts'
import type { RequestContext } from '../request-context.ts'
import type { RouterOptions } from '../router/router.ts'
import type { HeaderLines } from '../wire/header-lines.ts'
import type { NameSet } from '../wire/name-set.ts'
import type { CompileValidation } from '../validation/validator.ts'
import type { Forward } from './forwarded.ts'
import { httpDialect } from './http.ts'
import { nativeDialect } from './native.ts'
import { restDialect } from './rest.ts'

/** An answer that the gateway makes itself, before the API's own gateway responses are applied. */
export interface FailureAnswer {
  readonly status: number
  /** Amazon's gateway response type; what an API customises. */
  readonly responseType: string
  readonly message: string
  readonly headers: RawHeaders
  readonly body: string
  readonly customizable: boolean
}

/**
 * Whose observable behaviour an API keeps. Everything that differs between our own way, Amazon's REST APIs and its
 * HTTP APIs is a member here, so that no other code asks which it is.
 */
export interface Dialect {
  readonly name: 'native' | 'rest' | 'http'
  readonly router: RouterOptions
  /** Routes by X-HTTP-Method-Override when it is there. */
  readonly methodOverride: boolean
  /**
   * A cache is one of HTTP (RFC 9111), besides what its settings say: without named parameters answers are of path and query,
   * none is of a caller who shows credentials, and none is kept that says so. Amazon's asks for nothing but its settings.
   */
  readonly cachesAsHttp: boolean
  /** Upstreams and functions see request headers without these (lower case). */
  readonly droppedRequestHeaders: NameSet
  /** Makes a request's header lines those that a proxied call to an upstream carries. */
  readonly forward: Forward
  /** Makes an upstream's answer headers those that a proxy passes on. */
  proxyHeaders(headers: HeaderLines): void
  /** Name under which a mapped response header is sent; null when it is not sent. */
  mappedHeaderName(name: string): string | null
  /** User-Agent of calls that are built from templates. */
  userAgent(context: RequestContext): string
  /** Ids on every answer; `kind` says who made it. */
  identify(context: RequestContext, headers: HeaderLines, kind: 'traced' | 'untraced' | 'failure'): void
  failure(context: RequestContext, failure: Failure): FailureAnswer
  /** What a request is held against, in what order and in which words; null where nothing is. */
  readonly compileValidation: CompileValidation | null
}

export function dialectOf(api: Bundle['api']): Dialect {
  if (api.compatibility === 'native') return nativeDialect
  return api.type === 'HTTP' ? httpDialect : restDialect
}
