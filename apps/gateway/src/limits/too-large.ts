import { Failure } from '../failure.ts'

export function bodyTooLarge(limit: number): Failure {
  return new Failure('PAYLOAD_TOO_LARGE', {
    phase: 'request',
    reason: `the body exceeds ${limit} bytes`,
    params: { limit: sizeText(limit) },
  })
}

/** `10 MB`, or `1500 bytes` where it is no whole number of those. */
export function sizeText(bytes: number): string {
  const mebibytes = bytes / 1024 / 1024
  return Number.isInteger(mebibytes) && mebibytes > 0 ? `${mebibytes} MB` : `${bytes} bytes`
}
