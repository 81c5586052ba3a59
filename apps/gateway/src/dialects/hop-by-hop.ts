import { headerValues, type RawHeaders } from '../headers.ts'

const hopByHop = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

/**
 * Headers that belong to one connection (RFC 9110 §7.6.1), those that `Connection` names included. Names in the sets are
 * in lower case.
 */
export function withoutHopByHop(
  headers: RawHeaders,
  alsoDropped: ReadonlySet<string>,
  dropped: ReadonlySet<string> = none,
): RawHeaders {
  const named = namedByConnection(headers)
  const passed: RawHeaders = []
  for (let i = 0; i < headers.length; i += 2) {
    const name = headers[i] ?? ''
    const lower = name.toLowerCase()
    if (hopByHop.has(lower) || named.has(lower)) continue
    if (alsoDropped.has(lower) || dropped.has(lower)) continue
    passed.push(name, headers[i + 1] ?? '')
  }
  return passed
}

const none: ReadonlySet<string> = new Set()

function namedByConnection(headers: RawHeaders): ReadonlySet<string> {
  const values = headerValues(headers, 'connection')
  if (values.length === 0) return none
  const named = new Set(values.flatMap((value) => value.split(',').map((name) => name.trim().toLowerCase())))
  // A client could otherwise have us drop what a later check relies on.
  for (const kept of ['host', 'content-length', 'authorization', 'cookie']) named.delete(kept)
  return named
}
