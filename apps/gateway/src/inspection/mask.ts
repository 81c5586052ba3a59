import type { Inspection } from '@penstock/bundle'

/** Headers whose values let their owner in somewhere. */
const secretHeaders: ReadonlySet<string> = new Set([
  'authorization',
  'cookie',
  'proxy-authorization',
  'set-cookie',
  'x-amz-security-token',
  'x-api-key',
])

export const masked = '••••••'

/** Shorter ones would blot out words that have nothing to do with them. */
const shortestSecret = 6

function isSecretHeader(name: string): boolean {
  return secretHeaders.has(name.toLowerCase())
}

/**
 * Hides credentials in what people read and keep of a request: in headers by name, and their values wherever else they
 * turn up (an event, a mapped body). What was sent is sent; the answer itself is left as the caller got it.
 */
export function maskInspection(
  inspection: Inspection,
  sent: readonly (readonly [string, string])[],
): Inspection {
  const secrets = secretsIn(sent.filter(([name]) => isSecretHeader(name)).map(([, value]) => value))
  const { answer, ...rest } = inspection
  return { ...(mask(rest, secrets) as typeof rest), answer }
}

/** Everything of these values that must not turn up elsewhere, the longest first. */
export function secretsIn(values: readonly string[]): string[] {
  return values
    .flatMap(partsOf)
    .filter((secret) => secret.length >= shortestSecret)
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)])
    .sort((a, b) => b.length - a.length)
}

/** The whole value, the credential behind a scheme (`Bearer …`), and the value of each cookie. */
function partsOf(value: string): string[] {
  const credential = /^\S+\s+(\S.*)$/.exec(value)?.[1]
  const cookies = value.split(/;\s*/).flatMap((pair) => /^[^=]+=(.*)$/.exec(pair)?.[1] ?? [])
  return [value, ...(credential === undefined ? [] : [credential]), ...cookies]
}

function mask(value: unknown, secrets: readonly string[]): unknown {
  if (typeof value === 'string') return hide(value, secrets)
  if (Array.isArray(value)) {
    const [name, given] = value as unknown[]
    const isHeader = value.length === 2 && typeof name === 'string' && typeof given === 'string'
    if (isHeader && isSecretHeader(name)) return [name, masked]
    return value.map((one) => mask(one, secrets))
  }
  if (typeof value !== 'object' || value === null) return value
  const object = value as Record<string, unknown>
  const isSecretMapping =
    object['kind'] === 'parameter' && object['to'] === 'header' && isSecretHeader(String(object['name']))
  return Object.fromEntries(
    Object.entries(object).map(([key, member]) => [
      key,
      isSecretMapping && (key === 'value' || key === 'from') && member !== null
        ? masked
        : mask(member, secrets),
    ]),
  )
}

export function hide(text: string, secrets: readonly string[]): string {
  let shown = text
  for (const secret of secrets) if (shown.includes(secret)) shown = shown.replaceAll(secret, masked)
  return shown
}
