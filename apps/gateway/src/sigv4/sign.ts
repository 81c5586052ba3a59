import { hasHeader, type RawHeaders, removeHeader, setHeader } from '../headers.ts'
import { canonicalRequest, type PathEncoding, sha256Hex, type SignableRequest } from './canonical-request.ts'
import type { AwsCredentials } from './credentials.ts'
import { algorithm, amzDate, credentialScope, type Scope, signatureOf } from './signature.ts'

export interface SignOptions {
  readonly credentials: AwsCredentials
  readonly scope: Scope
  /** Milliseconds since the epoch. */
  readonly at: number
}

/** Proxies on the way may change these, so no signature counts them. Amazon's SDKs leave out the same. */
export const unsigned: ReadonlySet<string> = new Set([
  'authorization',
  'cache-control',
  'connection',
  'expect',
  'from',
  'keep-alive',
  'max-forwards',
  'pragma',
  'referer',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'user-agent',
  'x-amzn-trace-id',
])

/** S3 reads paths as keys; every other service has them encoded twice. */
export function pathEncodingOf(service: string): PathEncoding {
  return service === 's3' || service === 's3-object-lambda' || service === 's3express' ? 'single' : 'double'
}

/**
 * The request's headers with those of a Signature Version 4: `X-Amz-Date`, `X-Amz-Security-Token` of temporary
 * credentials, S3's `X-Amz-Content-Sha256`, `Authorization`. `Host` has to be there. What has been signed must reach the
 * service as it is.
 */
export function signRequest(
  request: SignableRequest & { readonly body: Uint8Array | null },
  { credentials, scope, at }: SignOptions,
): RawHeaders {
  if (!hasHeader(request.headers, 'host')) throw new Error('a request is signed with its Host')
  const date = amzDate(at)
  const encoding = pathEncodingOf(scope.service)
  const payloadHash = sha256Hex(request.body ?? '')
  const headers: RawHeaders = [...request.headers]
  removeHeader(headers, 'authorization')
  setHeader(headers, 'X-Amz-Date', date)
  removeHeader(headers, 'x-amz-security-token')
  if (credentials.sessionToken !== undefined) headers.push('X-Amz-Security-Token', credentials.sessionToken)
  if (encoding === 'single') setHeader(headers, 'X-Amz-Content-Sha256', payloadHash)
  const signed = signedNames(headers)
  const { text, signedHeaders } = canonicalRequest({ ...request, headers }, signed, payloadHash, encoding)
  const signature = signatureOf(text, credentials.secretAccessKey, date, scope)
  const credential = `${credentials.accessKeyId}/${credentialScope(date, scope)}`
  headers.push(
    'Authorization',
    `${algorithm} Credential=${credential}, SignedHeaders=${signedHeaders}, Signature=${signature}`,
  )
  return headers
}

function signedNames(headers: readonly string[]): Set<string> {
  const names = new Set<string>()
  for (let i = 0; i < headers.length; i += 2) {
    const name = (headers[i] ?? '').toLowerCase()
    if (!unsigned.has(name) && !name.startsWith('proxy-') && !name.startsWith('sec-')) names.add(name)
  }
  return names
}
