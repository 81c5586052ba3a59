import type { Sticky } from '@penstock/bundle'
import { cookieOf } from '../cookie.ts'
import { clientAddress } from '../dialects/forwarded.ts'
import { hashText } from '../hash-text.ts'
import type { RequestContext } from '../request-context.ts'
import { requestHeader } from '../wire/server.ts'
import type { CanarySplit } from './compiled-canary.ts'

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
  header:
    (name) =>
    ({ request }) =>
      requestHeader(request, name),
  cookie:
    (name) =>
    ({ request }) =>
      cookieOf(request, name),
}

/** The place of a caller between 0 and 100. */
function share(seed: string, caller: string): number {
  return (hashText(caller, hashText(seed)) / 2 ** 32) * 100
}
