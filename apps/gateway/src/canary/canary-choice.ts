import type { Sticky } from '@penstock/bundle'
import { clientAddress } from '../dialects/forwarded.ts'
import { headerValues } from '../headers.ts'
import type { RequestContext } from '../request-context.ts'
import { requestHeader } from '../wire/server.ts'
import type { CanarySplit } from './compiled-canary.ts'
import { share } from './share.ts'

/**
 * Which requests go to the canary, worked out once for a setting. Without `sticky` chance decides of each by itself, as on
 * Amazon. With it, what tells callers apart has a fixed place between 0 and 100, and those below the percentage go: a
 * caller stays where it is while the percentage is the same, and a higher one only brings more over. Whoever does not show
 * what callers are told apart by has the place of its address.
 */
export function canaryChoice(
  { percentTraffic, sticky, seed }: CanarySplit,
  random: () => number = Math.random,
): (context: RequestContext) => boolean {
  if (percentTraffic <= 0) return () => false
  if (percentTraffic >= 100) return () => true
  if (sticky === undefined) return () => random() * 100 < percentTraffic
  const callerOf = callers[sticky.by]('name' in sticky ? sticky.name : '')
  return (context) => share(seed, callerOf(context) || clientAddress(context)) < percentTraffic
}

type CallerOf = (context: RequestContext) => string | undefined

const callers: Readonly<Record<Sticky['by'], (name: string) => CallerOf>> = {
  apiKey:
    () =>
    ({ request }) =>
      requestHeader(request, 'x-api-key'),
  sourceAddress: () => () => undefined,
  header: (name) => {
    const lowerCase = name.toLowerCase()
    return ({ request }) => requestHeader(request, lowerCase)
  },
  cookie:
    (name) =>
    ({ request }) =>
      cookieOf(request.headers, name),
}

function cookieOf(headers: readonly string[], name: string): string | undefined {
  for (const line of headerValues(headers, 'cookie')) {
    for (const pair of line.split(';')) {
      const cut = pair.indexOf('=')
      if (cut > 0 && pair.slice(0, cut).trim() === name) return pair.slice(cut + 1).trim()
    }
  }
  return undefined
}
