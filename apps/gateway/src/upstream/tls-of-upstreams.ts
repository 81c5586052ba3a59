import { X509Certificate } from 'node:crypto'
import { createSecureContext } from 'node:tls'
import type { BundleTls } from '@penstock/bundle'
import type { FailureOptions } from '../failure.ts'
import { WhileUsed } from '../while-used.ts'
import type { Certificate } from '../wire/server.ts'
import { unverifiedTls, type UpstreamTls, usualTls } from '../wire/upstream-tls.ts'

/** Why TLS can't be spoken as an upstream wants it. */
export interface TlsRefusal {
  readonly code: 'CLIENT_CERTIFICATE_MISSING' | 'UPSTREAM_TLS_FAILED'
  readonly options: FailureOptions
}

/** Holds the client certificates of a gateway, and gives out how TLS is spoken: what is asked for alike is one thing. */
export class TlsOfUpstreams {
  readonly #certificates: ReadonlyMap<string, Certificate>
  readonly #made = new WhileUsed<UpstreamTls>()
  #count = 0

  constructor(certificates: ReadonlyMap<string, Certificate>) {
    this.#certificates = certificates
  }

  of(rules: BundleTls | undefined, isUnverified: boolean): UpstreamTls | TlsRefusal {
    if (rules === undefined) return isUnverified ? unverifiedTls : usualTls
    const { serverName, ca, clientCertificate } = rules
    const certificate =
      clientCertificate === undefined ? undefined : this.#certificates.get(clientCertificate)
    if (clientCertificate !== undefined && certificate === undefined)
      return refusal(
        'CLIENT_CERTIFICATE_MISSING',
        `this gateway has no client certificate "${clientCertificate}"`,
      )
    if (ca !== undefined && !areCertificates(ca))
      return refusal('UPSTREAM_TLS_FAILED', "the certificates of its issuers (tls.ca) can't be read")
    return this.#made.get(JSON.stringify([serverName, ca, clientCertificate, isUnverified]), () => ({
      key: `tls-${++this.#count}`,
      options: {
        // A context is costly, and holds the key where nothing prints it.
        secureContext: createSecureContext({ ca, ...certificate, minVersion: 'TLSv1.2' }),
        rejectUnauthorized: !isUnverified,
        ...(serverName === undefined ? {} : { servername: serverName }),
      },
    }))
  }
}

export function isRefusal(tls: UpstreamTls | TlsRefusal): tls is TlsRefusal {
  return 'code' in tls
}

function refusal(code: TlsRefusal['code'], reason: string): TlsRefusal {
  return { code, options: { phase: 'integration', reason } }
}

function areCertificates(pem: string): boolean {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----/gs) ?? []
  try {
    for (const block of blocks) void new X509Certificate(block)
  } catch {
    return false
  }
  return blocks.length > 0
}
