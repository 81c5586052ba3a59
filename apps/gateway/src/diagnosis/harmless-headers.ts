import { pairs } from '../inspection/header-pairs.ts'
import { masked } from '../inspection/mask.ts'

/**
 * Headers whose values let nobody in anywhere. All others are blotted out where a request is recorded: an API may carry
 * its secrets in headers of any name, so that a list of the secret ones is never whole.
 */
const harmless: ReadonlySet<string> = new Set([
  'accept',
  'accept-charset',
  'accept-encoding',
  'accept-language',
  'accept-ranges',
  'age',
  'allow',
  'cache-control',
  'connection',
  'content-encoding',
  'content-language',
  'content-length',
  'content-range',
  'content-type',
  'date',
  'etag',
  'expires',
  'host',
  'keep-alive',
  'last-modified',
  'range',
  'retry-after',
  'sec-fetch-dest',
  'sec-fetch-mode',
  'sec-fetch-site',
  'server',
  'te',
  'traceparent',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'user-agent',
  'vary',
  'via',
  'x-amz-target',
  'x-amzn-errortype',
  'x-amzn-requestid',
  'x-amzn-trace-id',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-request-id',
])

export function isHarmless(name: string): boolean {
  return harmless.has(name.toLowerCase())
}

/** Header lines as pairs, with the values that nobody should read blotted out. */
export function shownHeaders(headers: readonly string[]): [name: string, value: string][] {
  return pairs(headers).map(([name, value]) => [name, isHarmless(name) ? value : masked])
}

/** The values of a request that are blotted out: of its headers, and of its query as it is written and as it is meant. */
export function hiddenValues({ headers, path }: { headers: readonly string[]; path: string }): string[] {
  const cut = path.indexOf('?')
  const query = cut < 0 ? '' : path.slice(cut + 1)
  return [
    ...pairs(headers).flatMap(([name, value]) => (isHarmless(name) ? [] : [value])),
    ...query.split('&').map((pair) => pair.slice(pair.indexOf('=') + 1)),
    ...new URLSearchParams(query).values(),
  ]
}
