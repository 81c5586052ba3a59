import { mediaType as typeOf } from '@penstock/bundle'

/** Headers as they are on the wire: name, value, name, value, … with the casing and the order of the sender. */
export type RawHeaders = string[]

/** First value of a header. */
export function headerValue(headers: readonly string[], name: string): string | undefined {
  for (let i = 0; i < headers.length; i += 2) if (isSameName(headers[i], name)) return headers[i + 1]
  return undefined
}

/** Every value of a header, in order. */
export function headerValues(headers: readonly string[], name: string): string[] {
  const values: string[] = []
  for (let i = 0; i < headers.length; i += 2)
    if (isSameName(headers[i], name)) values.push(headers[i + 1] ?? '')
  return values
}

export function hasHeader(headers: readonly string[], name: string): boolean {
  return headerValue(headers, name) !== undefined
}

/** Replaces all lines of a header by one, in place; keeps the casing given. */
export function setHeader(headers: RawHeaders, name: string, value: string): void {
  removeHeader(headers, name)
  headers.push(name, value)
}

/** Removes all lines of a header, in place. */
export function removeHeader(headers: RawHeaders, name: string): void {
  let kept = 0
  for (let i = 0; i < headers.length; i += 2) {
    if (isSameName(headers[i], name)) continue
    headers[kept++] = headers[i] ?? ''
    headers[kept++] = headers[i + 1] ?? ''
  }
  headers.length = kept
}

const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/
// A CR or LF in a value would let whoever controls it write headers, or a whole answer, of their own.
const unsafeInValue = /[^\t\x20-\x7e\x80-\xff]/

/** Whether this may be the name of a header, a method or a protocol (RFC 9110 §5.6.2). */
export function isToken(text: string): boolean {
  return token.test(text)
}

/** Names that were found to be some; the gateway's own and those of mappings come with every message. */
const knownNames = new Set<string>()
const knownNamesMax = 1_000

/** Whether this may be sent as the name of a header. */
export function isSendableName(name: string): boolean {
  if (knownNames.has(name)) return true
  if (!isToken(name)) return false
  if (knownNames.size < knownNamesMax) knownNames.add(name)
  return true
}

/** Whether this may be sent as the value of a header. */
export function isSendableValue(value: string): boolean {
  return !unsafeInValue.test(value)
}

/** Whether this name and value may be sent as a header line. */
export function isSendable(name: string, value: string): boolean {
  return isSendableName(name) && isSendableValue(value)
}

/** `application/json; charset=utf-8` → `application/json`. */
export function mediaType(value: string | undefined): string | undefined {
  return value === undefined ? undefined : typeOf(value)
}

/** Whether two names are of one header: their casing says nothing (RFC 9110 §5.1). */
export function isSameName(found: string | undefined, name: string): boolean {
  return (
    found !== undefined &&
    found.length === name.length &&
    (found === name || found.toLowerCase() === name.toLowerCase())
  )
}
