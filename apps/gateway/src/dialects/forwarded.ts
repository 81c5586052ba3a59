import type { RequestContext } from '../request-context.ts'
import type { HeaderLines } from '../wire/header-lines.ts'
import { NameSet } from '../wire/name-set.ts'
import type { WireRequest } from '../wire/server.ts'

const forwardedAnew = new NameSet(['x-forwarded-for', 'x-forwarded-proto', 'x-forwarded-port'])
const rewritten = new NameSet([
  'x-forwarded-for',
  'x-forwarded-proto',
  'x-forwarded-port',
  'x-forwarded-host',
])

/** X-Forwarded-For (appended to the client's own), -Proto, -Port, and -Host where `withHost`. */
export function addXForwarded(context: RequestContext, headers: HeaderLines, withHost: boolean): void {
  const { request } = context
  const before = headers.all('x-forwarded-for')
  headers.removeAll(forwardedAnew)
  headers.add(
    'X-Forwarded-For',
    before.length === 0 ? clientAddress(context) : [...before, clientAddress(context)].join(', '),
  )
  headers.add('X-Forwarded-Proto', request.secure ? 'https' : 'http')
  headers.add('X-Forwarded-Port', portOf(context))
  if (withHost && context.host !== '') headers.set('X-Forwarded-Host', context.host)
}

/** RFC 7239: Amazon's HTTP APIs rewrite X-Forwarded-* into this one. */
export function addForwarded(context: RequestContext, headers: HeaderLines): void {
  const earlier = headers.all('forwarded')
  headers.removeAll(rewritten)
  const address = clientAddress(context)
  const client = address.includes(':') ? `"[${address}]"` : address
  const own = `by=_gateway;for=${client};host=${context.host};proto=${context.request.secure ? 'https' : 'http'}`
  headers.set('Forwarded', [...earlier, own].join(', '))
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
