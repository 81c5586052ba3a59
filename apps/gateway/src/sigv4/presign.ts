import { canonicalRequest, sha256Hex, type SignableRequest } from './canonical-request.ts'
import { encodeStrictly } from './encode.ts'
import { pathEncodingOf, type SignOptions } from './sign.ts'
import { algorithm, amzDate, credentialScope, signatureOf } from './signature.ts'

/**
 * The query of a presigned URL: whoever has it may send this request, without a body (to S3: with any), for
 * `expiresSeconds`. Signs `Host` and no other header.
 */
export function presignQuery(
  request: SignableRequest,
  { credentials, scope, at, expiresSeconds }: SignOptions & { readonly expiresSeconds: number },
): string {
  const date = amzDate(at)
  const encoding = pathEncodingOf(scope.service)
  const parameters: [string, string][] = [
    ['X-Amz-Algorithm', algorithm],
    ['X-Amz-Credential', `${credentials.accessKeyId}/${credentialScope(date, scope)}`],
    ['X-Amz-Date', date],
    ['X-Amz-Expires', String(expiresSeconds)],
    ...(credentials.sessionToken === undefined
      ? []
      : [['X-Amz-Security-Token', credentials.sessionToken] satisfies [string, string]]),
    ['X-Amz-SignedHeaders', 'host'],
  ]
  const added = parameters.map(([name, value]) => `${name}=${encodeStrictly(value)}`).join('&')
  const query = request.query === '' ? added : `${request.query}&${added}`
  const payloadHash = encoding === 'single' ? 'UNSIGNED-PAYLOAD' : sha256Hex('')
  const { text } = canonicalRequest({ ...request, query }, new Set(['host']), payloadHash, encoding)
  return `${query}&X-Amz-Signature=${signatureOf(text, credentials.secretAccessKey, date, scope)}`
}
