/** Whom a credential is of, as it says itself; the whole of it where it does not. */
export function holderOf(authorization: string): string {
  const space = authorization.indexOf(' ')
  const scheme = authorization.slice(0, space).toLowerCase()
  const shown = authorization.slice(space + 1).trim()
  if (scheme === 'basic') return `basic ${decode(shown).split(':')[0]}`
  if (scheme === 'bearer') return subjectOf(shown) ?? authorization
  if (scheme === 'aws4-hmac-sha256') return /Credential=([^/,\s]+)/.exec(shown)?.[1] ?? authorization
  return authorization
}

/** Issuer and subject of a JSON web token, which is new every hour; undefined for any other. */
function subjectOf(token: string): string | undefined {
  const [, payload, signature] = token.split('.')
  if (payload === undefined || signature === undefined) return undefined
  try {
    const claims = JSON.parse(decode(payload)) as Record<string, unknown> | null
    const subject = claims?.['sub'] ?? claims?.['client_id'] ?? claims?.['azp']
    return typeof subject === 'string' ? JSON.stringify(['jwt', claims?.['iss'], subject]) : undefined
  } catch {
    return undefined
  }
}

function decode(base64: string): string {
  return Buffer.from(base64, 'base64').toString()
}
