import { headerValues } from './headers.ts'
import type { WireRequest } from './wire/server.ts'

/** The first cookie of that name which a request shows, as it is written (RFC 6265 §5.4). */
export function cookieOf({ headers }: Pick<WireRequest, 'headers'>, name: string): string | undefined {
  for (const line of headerValues(headers, 'cookie')) {
    for (const pair of line.split(';')) {
      const cut = pair.indexOf('=')
      if (cut > 0 && pair.slice(0, cut).trim() === name) return pair.slice(cut + 1).trim()
    }
  }
  return undefined
}
