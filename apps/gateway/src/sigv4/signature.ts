import { createHmac } from 'node:crypto'
import { sha256Hex } from './canonical-request.ts'

export const algorithm = 'AWS4-HMAC-SHA256'

/** For which service, where, and on which day a signature counts. */
export interface Scope {
  readonly region: string
  /** The name that the service signs under (`states`, `execute-api`), which is not always that of its host. */
  readonly service: string
}

/** `20150830T123600Z` of milliseconds since the epoch. */
export function amzDate(at: number): string {
  return new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, '')
}

/** `20150830/us-east-1/iam/aws4_request`; `date` as `amzDate` makes it. */
export function credentialScope(date: string, { region, service }: Scope): string {
  return `${date.slice(0, 8)}/${region}/${service}/aws4_request`
}

/** The lower-case hex signature of a canonical request: what a caller sends, and what a verifier compares it with. */
export function signatureOf(canonical: string, secret: string, date: string, scope: Scope): string {
  const text = [
    algorithm,
    date,
    credentialScope(date, scope),
    sha256Hex(Buffer.from(canonical, 'latin1')),
  ].join('\n')
  return hmac(signingKey(secret, date.slice(0, 8), scope), text).toString('hex')
}

function signingKey(secret: string, day: string, { region, service }: Scope): Buffer {
  const ofDay = hmac(`AWS4${secret}`, day)
  return hmac(hmac(hmac(ofDay, region), service), 'aws4_request')
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}
