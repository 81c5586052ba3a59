import type { Json } from './json.ts'

/** A name as one token of a JSON pointer (RFC 6901 §3). */
export function pointerToken(name: string): string {
  return name.includes('~') || name.includes('/') ? name.replaceAll('~', '~0').replaceAll('/', '~1') : name
}

/** One token of a pointer in a URI fragment (RFC 6901 §6): percent-encoding, then `~1` and `~0`. A stray `%` stands for itself. */
export function fragmentToken(token: string): string {
  let text = token
  if (text.includes('%')) {
    try {
      text = decodeURIComponent(text)
    } catch (cause) {
      if (!(cause instanceof URIError)) throw cause
    }
  }
  return text.includes('~') ? text.replaceAll('~1', '/').replaceAll('~0', '~') : text
}

/** What stands where these tokens lead; undefined when nothing does. */
export function pointedAt(root: Json, tokens: readonly string[]): Json | undefined {
  let value: Json | undefined = root
  for (const token of tokens) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, token)) return undefined
    value = (value as Record<string, Json>)[token]
  }
  return value
}
