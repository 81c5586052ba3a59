/** May stand in a token: names of headers, methods (RFC 9110 §5.6.2). */
export const token = 1
/** May stand in the value of a header: visible, blank, tab, or beyond ASCII (RFC 9110 §5.5). */
export const fieldText = 2
/**
 * May stand in a request target. Octets beyond ASCII do although no URI has them, for clients send them and all read
 * them alike; `#` does not, for some would cut the target there.
 */
export const targetText = 4
export const hexDigit = 8

/** What an octet may be part of, as a sum of the above. */
export const octets: Uint8Array = table()

function table(): Uint8Array {
  const kinds = new Uint8Array(256)
  const mark = (from: number, to: number, kind: number) => {
    for (let octet = from; octet <= to; octet++) kinds[octet] = (kinds[octet] ?? 0) | kind
  }
  const markEach = (text: string, kind: number) => {
    for (let i = 0; i < text.length; i++) mark(text.charCodeAt(i), text.charCodeAt(i), kind)
  }
  markEach("!#$%&'*+-.^_`|~0123456789", token)
  mark(0x41, 0x5a, token)
  mark(0x61, 0x7a, token)
  mark(0x09, 0x09, fieldText)
  mark(0x20, 0x7e, fieldText)
  mark(0x80, 0xff, fieldText)
  mark(0x21, 0x22, targetText)
  mark(0x24, 0x7e, targetText)
  mark(0x80, 0xff, targetText)
  markEach('0123456789abcdefABCDEF', hexDigit)
  return kinds
}
