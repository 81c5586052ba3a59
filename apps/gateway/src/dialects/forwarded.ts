import { headerValues, type RawHeaders, removeHeader, setHeader } from '../headers.ts'
import type { RequestContext } from '../request-context.ts'
import type { WireRequest } from '../wire/server.ts'

/** X-Forwarded-For (appended to the client's own), -Proto, -Port, and -Host where `withHost`. */
export function addXForwarded(context: RequestContext, headers: RawHeaders, withHost: boolean): void {
  const { request } = context
  const before = headerValues(headers, 'x-forwarded-for')
  setHeader(headers, 'X-Forwarded-For', [...before, clientAddress(context)].join(', '))
  setHeader(headers, 'X-Forwarded-Proto', request.secure ? 'https' : 'http')
  setHeader(headers, 'X-Forwarded-Port', portOf(context))
  if (withHost && context.host !== '') setHeader(headers, 'X-Forwarded-Host', context.host)
}

/** RFC 7239: Amazon's HTTP APIs rewrite X-Forwarded-* into this one. */
export function addForwarded(context: RequestContext, headers: RawHeaders): void {
  const earlier = headerValues(headers, 'forwarded')
  for (const name of ['for', 'proto', 'port', 'host']) removeHeader(headers, `x-forwarded-${name}`)
  const address = clientAddress(context)
  const client = address.includes(':') ? `"[${address}]"` : address
  const own = `by=_gateway;for=${client};host=${context.host};proto=${context.request.secure ? 'https' : 'http'}`
  setHeader(headers, 'Forwarded', [...earlier, own].join(', '))
}

/** The peer's address, IPv4 in its usual form even on a dual-stack socket. */
export function clientAddress(context: RequestContext): string {
  return clientAddressOf(context.request)
}

export function clientAddressOf({ remoteAddress }: Pick<WireRequest, 'remoteAddress'>): string {
  return remoteAddress.startsWith('::ffff:') ? remoteAddress.slice(7) : remoteAddress
}

export function portOf(context: RequestContext): string {
  return /:(\d+)$/.exec(context.host)?.[1] ?? String(context.request.localPort)
}
