/**
 * Percent-encodes a text from outside as UTF-8. JSON can hold half of a surrogate pair, which has no encoding: it becomes
 * U+FFFD, as where text is written as bytes, rather than a failure of ours.
 */
export function encodeText(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\uFFFD'))
}
