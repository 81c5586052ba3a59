import { Failure, type Phase } from '../failure.ts'
import { mediaType } from '../headers.ts'

export type ContentHandling = 'CONVERT_TO_BINARY' | 'CONVERT_TO_TEXT' | undefined

/** A body inside the gateway: bytes when its type is one of the API's binary ones, text otherwise. */
export type Payload =
  | { readonly binary: true; readonly bytes: Buffer }
  | { readonly binary: false; readonly text: string }

/** Exact types, `image/*` and the all-matching type match (aws-semantics §1.6); parameters of the content type do not count. */
export function isBinaryType(types: readonly string[], contentType: string | undefined): boolean {
  const type = mediaType(contentType)
  return types.some((configured) => {
    if (configured === '*/*') return true
    if (type === undefined) return false
    return configured.endsWith('/*') && !configured.startsWith('*')
      ? type.startsWith(configured.slice(0, -1).toLowerCase())
      : type === configured.toLowerCase()
  })
}

/** The request's body as the integration gets it. */
export function convertRequest(bytes: Buffer, isBinary: boolean, handling: ContentHandling): Payload {
  if (isBinary)
    return handling === 'CONVERT_TO_TEXT'
      ? { binary: false, text: bytes.toString('base64') }
      : { binary: true, bytes }
  if (handling === 'CONVERT_TO_BINARY')
    return { binary: true, bytes: decodeBase64(bytes.toString('utf8'), 'integration request') }
  return { binary: false, text: bytes.toString('utf8') }
}

/** The integration's answer as the client gets it: the answer's type and the client's Accept decide together. */
export function convertResponse(
  bytes: Buffer,
  isBinary: boolean,
  acceptsBinary: boolean,
  handling: ContentHandling,
): Payload {
  if (isBinary) {
    const asText = handling === 'CONVERT_TO_TEXT' || (handling === undefined && !acceptsBinary)
    return asText ? { binary: false, text: bytes.toString('base64') } : { binary: true, bytes }
  }
  const text = bytes.toString('utf8')
  const decode = handling === 'CONVERT_TO_BINARY' || (handling === undefined && acceptsBinary)
  return decode
    ? { binary: true, bytes: decodeBase64(text, 'integration response') }
    : { binary: false, text }
}

export function decodeBase64(text: string, phase: Phase): Buffer {
  const compact = text.replace(/\s+/g, '')
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(compact) || compact.length % 4 !== 0)
    throw new Failure('MAPPING_FAILED', { phase, reason: 'the body is to become binary and is not base64' })
  return Buffer.from(compact, 'base64')
}

export function bytesOf(payload: Payload): Buffer {
  return payload.binary ? payload.bytes : Buffer.from(payload.text, 'utf8')
}
