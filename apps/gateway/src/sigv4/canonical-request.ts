import { createHash } from 'node:crypto'
import { encodeWire, reencodeWire } from './encode.ts'

/** A request as a signature sees it: text as it is on the wire, where each character is a byte (Latin-1). */
export interface SignableRequest {
  readonly method: string
  /** As it is on the request line, before the `?`. */
  readonly path: string
  /** Without its `?`. */
  readonly query: string
  /** Name, value, name, value, …; `Host` included. */
  readonly headers: readonly string[]
}

export interface Canonical {
  /** Lower-case names joined by `;`. */
  readonly signedHeaders: string
  /** As it is on the wire: each character is a byte. */
  readonly text: string
}

/**
 * How a service reads a path. Amazon's services encode the segments of what is on the wire once more; S3 takes keys as
 * they are (`//` and `..` may be part of one) and encodes them once.
 */
export type PathEncoding = 'double' | 'single'

/**
 * The canonical request of Signature Version 4 (IAM User Guide, "Create a signed AWS API request", step 1) over the
 * headers named in `signed` (lower case; those that are not there count for nothing). Who signs and who verifies
 * reads the request by this one function.
 */
export function canonicalRequest(
  request: SignableRequest,
  signed: ReadonlySet<string>,
  payloadHash: string,
  encoding: PathEncoding,
): Canonical {
  const headers = canonicalHeaders(request.headers, signed)
  const signedHeaders = [...headers.keys()].join(';')
  const lines = [...headers].map(([name, value]) => `${name}:${value}\n`).join('')
  const text = [
    request.method,
    canonicalPath(request.path, encoding),
    canonicalQuery(request.query),
    lines,
    signedHeaders,
    payloadHash,
  ].join('\n')
  return { signedHeaders, text }
}

/** Lower-case hex SHA-256. */
export function sha256Hex(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}

/** Segments of the wire's path: for S3 decoded and encoded strictly, for all others normalised and encoded again. */
export function canonicalPath(path: string, encoding: PathEncoding): string {
  const whole = path === '' ? '/' : path
  if (encoding === 'single') return whole.split('/').map(reencodeWire).join('/')
  return normalizePath(whole).split('/').map(encodeWire).join('/')
}

/**
 * Dot segments resolved and doubled slashes made one: what SigV4 does for all services but S3. Unlike in RFC 3986 §5.2.4,
 * `/a/b/..` is `/a`, as Amazon's SDKs have it.
 */
function normalizePath(path: string): string {
  const kept: string[] = []
  for (const segment of path.split('/')) {
    if (segment === '..') kept.pop()
    else if (segment !== '.' && segment !== '') kept.push(segment)
  }
  const end = path.endsWith('/') && kept.length > 0 ? '/' : ''
  return `/${kept.join('/')}${end}`
}

/** Parameters decoded, encoded strictly, and sorted by name, then value. A signature in the query is no part of it. */
export function canonicalQuery(query: string): string {
  if (query === '') return ''
  const pairs: [string, string][] = []
  for (const part of query.split('&')) {
    if (part === '') continue
    const cut = part.indexOf('=')
    const name = recode(cut < 0 ? part : part.slice(0, cut))
    if (name === 'X-Amz-Signature') continue
    pairs.push([name, recode(cut < 0 ? '' : part.slice(cut + 1))])
  }
  return pairs
    .sort(([a, x], [b, y]) => byCode(a, b) || byCode(x, y))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
}

function recode(text: string): string {
  return reencodeWire(text.replaceAll('+', '%20'))
}

/**
 * Values trimmed, runs of blanks made one, lines of one name joined by commas; by name. Blanks are spaces and tabs alone:
 * JavaScript's others are bytes of other characters here (`à` in UTF-8 ends in one).
 */
function canonicalHeaders(headers: readonly string[], signed: ReadonlySet<string>): Map<string, string> {
  const found = new Map<string, string[]>()
  for (let i = 0; i < headers.length; i += 2) {
    const name = (headers[i] ?? '').toLowerCase()
    if (!signed.has(name)) continue
    const value = (headers[i + 1] ?? '').replace(/[ \t]+/g, ' ').replace(/^ | $/g, '')
    const known = found.get(name)
    if (known) known.push(value)
    else found.set(name, [value])
  }
  return new Map(
    [...found].sort(([a], [b]) => byCode(a, b)).map(([name, values]) => [name, values.join(',')]),
  )
}

/** By code unit: what is encoded strictly is ASCII. */
function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
