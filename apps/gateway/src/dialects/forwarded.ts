import type { RequestContext } from '../request-context.ts'
import type { HeaderLines } from '../wire/header-lines.ts'
import { NameSet } from '../wire/name-set.ts'
import type { WireRequest } from '../wire/server.ts'
import { hopByHop, removeNamedByConnection } from './hop-by-hop.ts'

/** What of a request is no part of the call that it becomes: what belongs to its connection, and what is said anew. */
const ofTheHop = [...hopByHop, 'host', 'content-length', 'expect']
const xForwarded = ['x-forwarded-for', 'x-forwarded-proto', 'x-forwarded-port']

/** Takes header lines out of a request that is passed on, and adds those that it needs. */
export type Forward = (context: RequestContext, headers: HeaderLines) => void

/**
 * X-Forwarded-For (appended to the client's own), -Proto, -Port, and -Host where `withHost`; `dropped` are not passed on
 * either (lower case).
 */
export function forwardByX(withHost: boolean, dropped: readonly string[]): Forward {
  const notPassedOn = new NameSet([...ofTheHop, ...xForwarded, ...dropped])
  return (context, headers) => {
    const { request } = context
    removeNamedByConnection(headers)
    const before = headers.has('x-forwarded-for') ? `${headers.all('x-forwarded-for').join(', ')}, ` : ''
    headers.removeAll(notPassedOn)
    headers.add('X-Forwarded-For', before + clientAddress(context))
    headers.add('X-Forwarded-Proto', request.secure ? 'https' : 'http')
    headers.add('X-Forwarded-Port', portOf(context))
    if (withHost && context.host !== '') headers.set('X-Forwarded-Host', context.host)
  }
}

const rewritten = new NameSet([...ofTheHop, ...xForwarded, 'x-forwarded-host', 'forwarded'])

/** RFC 7239: Amazon's HTTP APIs rewrite X-Forwarded-* into this one. */
export const forwardByForwarded: Forward = (context, headers) => {
  removeNamedByConnection(headers)
  const earlier = headers.all('forwarded')
  headers.removeAll(rewritten)
  const address = clientAddress(context)
  const client = address.includes(':') ? `"[${address}]"` : address
  const own = `by=_gateway;for=${client};host=${context.host};proto=${context.request.secure ? 'https' : 'http'}`
  headers.add('Forwarded', [...earlier, own].join(', '))
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
