import type { BundlePool } from '@penstock/bundle'
import { cookieOf } from '../cookie.ts'
import { clientAddress } from '../dialects/forwarded.ts'
import type { RequestContext } from '../request-context.ts'
import { requestHeader } from '../wire/server.ts'

/** What calls that belong together share; the source address for those that lack the header or cookie. */
export function hashKey(balancing: BundlePool['balancing']): (context: RequestContext) => string {
  if (balancing.policy !== 'consistent_hash') return () => ''
  const name = balancing.name ?? ''
  switch (balancing.by) {
    case 'header':
      return (context) => requestHeader(context.request, name) ?? clientAddress(context)
    case 'cookie':
      return (context) => cookieOf(context.request, name) ?? clientAddress(context)
    case 'path':
      return ({ path }) => path
    case 'source_ip':
      return clientAddress
  }
}
