import type { BundlePool } from '@penstock/bundle'
import type { RequestContext } from '../request-context.ts'
import { requestHeader } from '../wire/server.ts'

/** What calls that belong together share; the source address for those that lack the header or cookie. */
export function hashKey(balancing: BundlePool['balancing']): (context: RequestContext) => string {
  if (balancing.policy !== 'consistent_hash') return () => ''
  const name = balancing.name ?? ''
  const sourceOf = ({ request }: RequestContext) => request.remoteAddress
  switch (balancing.by) {
    case 'header':
      return (context) => requestHeader(context.request, name.toLowerCase()) ?? sourceOf(context)
    case 'cookie':
      return (context) => cookie(requestHeader(context.request, 'cookie') ?? '', name) ?? sourceOf(context)
    case 'path':
      return ({ path }) => path
    case 'source_ip':
      return sourceOf
  }
}

function cookie(header: string, name: string): string | undefined {
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=')
    if (at >= 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return undefined
}
