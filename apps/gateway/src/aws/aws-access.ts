import { hasDotSegment } from '../climbing.ts'
import { Failure } from '../failure.ts'
import type { RawHeaders } from '../headers.ts'
import type { AwsCredentials } from '../sigv4/credentials.ts'
import type { Scope } from '../sigv4/signature.ts'
import { signRequest } from '../sigv4/sign.ts'
import type { UpstreamRequest } from '../wire/client.ts'
import { usualTls } from '../wire/upstream-tls.ts'
import type { AwsSettings } from './aws-settings.ts'
import type { AwsService } from './services.ts'

/** Where a service is reached. */
export interface AwsEndpoint {
  /** `https://sqs.eu-west-1.amazonaws.com`, with the path of a URL that somebody configured. */
  readonly base: string
  /** Configured: an emulator, a proxy, a private endpoint. False: Amazon's own. */
  readonly isConfigured: boolean
  readonly scope: Scope
}

/** A call of a service before it is signed. */
export interface AwsCall extends Omit<UpstreamRequest, 'body' | 'tls'> {
  readonly body: Uint8Array | null
}

/**
 * The gateway's way to Amazon's services: it alone holds the credentials, finds the addresses and signs. What it gives
 * out is addresses and signatures.
 */
export class AwsAccess {
  readonly #credentials: AwsCredentials | null
  readonly #endpoints: AwsSettings['endpoints']
  readonly #region: string | null
  readonly #now: () => number

  /** `now` is milliseconds since the epoch. */
  constructor({ credentials, endpoints, region }: AwsSettings, now: () => number = Date.now) {
    this.#credentials = credentials
    this.#endpoints = endpoints
    this.#region = region
    this.#now = now
  }

  get hasCredentials(): boolean {
    return this.#credentials !== null
  }

  /**
   * The service in a region (undefined: the gateway's own). Throws AWS_REGION_MISSING where nothing says one, and
   * UPSTREAM_ADDRESS_INVALID when what is configured is no address.
   */
  endpoint(service: AwsService, wanted: string | undefined): AwsEndpoint {
    const region = service.onlyRegion ?? (wanted || this.#region)
    if (region === null) throw regionMissing()
    if (!/^[a-z0-9-]+$/i.test(region)) throw invalid(`"${region}" is no region`)
    const scope = { region, service: service.signingName }
    const configured = this.#endpoints.get(service.id) ?? this.#endpoints.get('')
    if (configured !== undefined) {
      // A host of one's own has no subdomains; S3 has its buckets in the path there.
      const below = service.signingName === 's3' && service.subdomain !== '' ? `/${service.subdomain}` : ''
      return { base: baseOf(configured, service.id) + below, isConfigured: true, scope }
    }
    const labels = [service.subdomain, service.host, ...(service.onlyRegion === null ? [region] : [])]
    const suffix = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com'
    const host = [...labels.filter((label) => label !== ''), suffix].join('.')
    return { base: `https://${host}`, isConfigured: false, scope }
  }

  /**
   * The call with `Host` and its signature. Throws AWS_CREDENTIALS_MISSING when the gateway has none, and
   * REQUEST_MALFORMED for a path that a service would resolve to another than the integration names. S3 resolves none:
   * a key may have such segments.
   */
  signed(call: AwsCall, scope: Scope): UpstreamRequest {
    if (this.#credentials === null) throw credentialsMissing()
    const cut = call.path.indexOf('?')
    const path = cut < 0 ? call.path : call.path.slice(0, cut)
    if (scope.service !== 's3' && hasDotSegment(path)) throw leadsElsewhere()
    const headers = signRequest(
      {
        method: call.method,
        path,
        query: cut < 0 ? '' : call.path.slice(cut + 1),
        headers: withHost(call),
        body: call.body,
      },
      { credentials: this.#credentials, scope, at: this.#now() },
    )
    return { ...call, headers, tls: usualTls }
  }
}

function withHost({ origin, headers }: AwsCall): RawHeaders {
  return ['Host', origin.slice(origin.indexOf('://') + 3), ...headers]
}

function baseOf(configured: string, id: string): string {
  const url = URL.canParse(configured) ? new URL(configured) : null
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    throw invalid(
      `what is configured as the endpoint of ${id} (AWS_ENDPOINT_URL…) is no http or https address`,
    )
  return url.origin + url.pathname.replace(/\/+$/, '')
}

function invalid(reason: string): Failure {
  return new Failure('UPSTREAM_ADDRESS_INVALID', { phase: 'integration request', reason })
}

/** Clients may read this reason: it names no address. */
function leadsElsewhere(): Failure {
  return new Failure('REQUEST_MALFORMED', {
    phase: 'integration request',
    reason: 'a parameter would lead out of the path of the integration',
  })
}

function regionMissing(): Failure {
  return new Failure('AWS_REGION_MISSING', {
    phase: 'integration request',
    reason: 'neither the integration nor AWS_REGION in the environment of this gateway says a region',
  })
}

function credentialsMissing(): Failure {
  return new Failure('AWS_CREDENTIALS_MISSING', {
    phase: 'integration',
    reason: 'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not both set in the environment of this gateway',
  })
}
