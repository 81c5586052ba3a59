import type { BundleCors } from '@penstock/bundle'
import { headerValue, hasHeader, type RawHeaders, removeHeader, setHeader } from '../headers.ts'
import type { RequestContext } from '../request-context.ts'

/** The API's own CORS settings. With them the gateway answers preflights, and what a backend says of CORS is dropped. */
export class CompiledCors {
  readonly #settings: BundleCors
  readonly #origins: ReadonlySet<string>
  readonly #anyOrigin: boolean

  constructor(settings: BundleCors) {
    this.#settings = settings
    this.#origins = new Set(settings.allowOrigins.map((origin) => origin.toLowerCase()))
    this.#anyOrigin = this.#origins.has('*')
  }

  isPreflight(context: RequestContext): boolean {
    const { headers } = context.request
    return (
      context.request.method === 'OPTIONS' &&
      hasHeader(headers, 'origin') &&
      hasHeader(headers, 'access-control-request-method')
    )
  }

  /** Headers of the answer to a preflight; `apply` adds the origin's. */
  preflightHeaders(context: RequestContext): RawHeaders {
    const headers: RawHeaders = []
    if (this.#allowed(context) === null) return headers
    const { allowMethods, allowHeaders, maxAgeSeconds } = this.#settings
    if (allowMethods.length > 0) headers.push('Access-Control-Allow-Methods', allowMethods.join(','))
    if (allowHeaders.length > 0) headers.push('Access-Control-Allow-Headers', allowHeaders.join(','))
    if (maxAgeSeconds !== undefined) headers.push('Access-Control-Max-Age', String(maxAgeSeconds))
    return headers
  }

  /** On every answer, those of the gateway itself included: a browser could not read an error otherwise. */
  apply(context: RequestContext, headers: RawHeaders): void {
    removeHeader(headers, 'access-control-allow-origin')
    removeHeader(headers, 'access-control-allow-credentials')
    removeHeader(headers, 'access-control-expose-headers')
    const origin = this.#allowed(context)
    if (!this.#anyOrigin) addVary(headers)
    if (origin === null) return
    headers.push('Access-Control-Allow-Origin', origin)
    // Never to any origin: every site could read what a signed-in visitor may see.
    if (this.#settings.allowCredentials && !this.#anyOrigin)
      headers.push('Access-Control-Allow-Credentials', 'true')
    if (this.#settings.exposeHeaders.length > 0)
      headers.push('Access-Control-Expose-Headers', this.#settings.exposeHeaders.join(','))
  }

  /** The value for this request's origin; null without an origin, or for one that is not allowed. */
  #allowed(context: RequestContext): string | null {
    const origin = headerValue(context.request.headers, 'origin')
    if (origin === undefined) return null
    if (this.#anyOrigin) return '*'
    return this.#origins.has(origin.toLowerCase()) ? origin : null
  }
}

function addVary(headers: RawHeaders): void {
  const vary = headerValue(headers, 'vary')
  if (vary === undefined) headers.push('Vary', 'Origin')
  else if (!/(^|,)\s*(origin|\*)\s*(,|$)/i.test(vary)) setHeader(headers, 'Vary', `${vary}, Origin`)
}
