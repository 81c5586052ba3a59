import { encodeText } from '../encode-text.ts'

/** Percent-encodes all but RFC 3986's unreserved characters, as SigV4 wants it: upper-case hex, a space as `%20`. */
export function encodeStrictly(text: string): string {
  return encodeText(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

/**
 * Text as it is on the wire, each character a byte, with all but unreserved characters percent-encoded: the `%` of an
 * encoding like any other.
 */
export function encodeWire(text: string): string {
  return text.replace(/[^A-Za-z0-9\-._~]/g, escaped)
}

/**
 * The same, where what is encoded already counts as what it stands for: `%7e` is `~`, and `%e9` is `%E9`, whatever bytes
 * are encoded beside it. A `%` that begins no encoding stands for itself.
 */
export function reencodeWire(text: string): string {
  return text.replace(/%([0-9A-Fa-f]{2})|[^A-Za-z0-9\-._~]/g, (found, hex?: string) =>
    hex === undefined ? escaped(found) : encodeWire(String.fromCharCode(Number.parseInt(hex, 16))),
  )
}

function escaped(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
}
