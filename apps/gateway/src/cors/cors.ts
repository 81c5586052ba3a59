import type { BundleCors } from '@penstock/bundle'
import type { RawHeaders } from '../headers.ts'
import type { RequestContext } from '../request-context.ts'
import type { HeaderLines } from '../wire/header-lines.ts'
import { NameSet } from '../wire/name-set.ts'
import { requestHeader } from '../wire/server.ts'

const ownNames = new NameSet([
  'access-control-allow-origin',
  'access-control-allow-credentials',
  'access-control-expose-headers',
])

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
    const { request } = context
    return (
      request.method === 'OPTIONS' &&
      requestHeader(request, 'origin') !== undefined &&
      requestHeader(request, 'access-control-request-method') !== undefined
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
  apply(context: RequestContext, headers: HeaderLines): void {
    headers.removeAll(ownNames)
    const origin = this.#allowed(context)
    if (!this.#anyOrigin) addVary(headers)
    if (origin === null) return
    headers.add('Access-Control-Allow-Origin', origin)
    // Never to any origin: every site could read what a signed-in visitor may see.
    if (this.#settings.allowCredentials && !this.#anyOrigin)
      headers.add('Access-Control-Allow-Credentials', 'true')
    if (this.#settings.exposeHeaders.length > 0)
      headers.add('Access-Control-Expose-Headers', this.#settings.exposeHeaders.join(','))
  }

  /** The value for this request's origin; null without an origin, or for one that is not allowed. */
  #allowed(context: RequestContext): string | null {
    const origin = requestHeader(context.request, 'origin')
    if (origin === undefined) return null
    if (this.#anyOrigin) return '*'
    return this.#origins.has(origin.toLowerCase()) ? origin : null
  }
}

function addVary(headers: HeaderLines): void {
  const vary = headers.first('vary')
  if (vary === undefined) headers.add('Vary', 'Origin')
  else if (!/(^|,)\s*(origin|\*)\s*(,|$)/i.test(vary)) headers.set('Vary', `${vary}, Origin`)
}
