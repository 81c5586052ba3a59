import type { ConnectionOptions } from 'node:tls'

/** How TLS is spoken with an upstream. Made when a bundle is loaded, and shared by all calls that speak it so. */
export interface UpstreamTls {
  /** Calls to one origin share connections where this is the same. */
  readonly key: string
  readonly options: Pick<ConnectionOptions, 'rejectUnauthorized' | 'servername' | 'secureContext'>
}

/** As with anybody: a certificate for the host that is called, from somebody whom the gateway trusts. */
export const usualTls: UpstreamTls = { key: '', options: {} }

/** With whomever it turns out to be. */
export const unverifiedTls: UpstreamTls = { key: 'unverified', options: { rejectUnauthorized: false } }

/** Names the connections that calls of an origin share. */
export function connectionsKey(origin: string, { key }: UpstreamTls): string {
  return key === '' ? origin : `${key} ${origin}`
}
