import { encodeText } from '../encode-text.ts'

/** Percent-encodes all but RFC 3986's unreserved characters, as SigV4 wants it: upper-case hex, a space as `%20`. */
export function encodeStrictly(text: string): string {
  return encodeText(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

/** What is percent-encoded, decoded; text that is no valid encoding stays as it is. */
export function decodeLeniently(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
