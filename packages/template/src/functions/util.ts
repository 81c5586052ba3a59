import { assertTextLength } from '../budget.ts'
import { parseJson } from '../json/parse.ts'
import { print } from '../values/print.ts'
import { HostObject, type Value } from '../values/value.ts'
import { method, methodTable } from './method.ts'

/** `$util`. A null argument gives null, so that a missing value stays empty. */
export const utilMethods = methodTable<HostObject>([
  method(
    'escapeJavaScript',
    1,
    'Escapes quotes, slashes, control and non-ASCII characters as JavaScript has them.',
    onText(escapeJavaScript),
  ),
  method(
    'parseJson',
    1,
    'The value that a JSON text stands for.',
    onText((text) => parseJson(text) ?? null),
  ),
  method('urlEncode', 1, 'Encoded as a form field: blanks become "+".', onText(urlEncode)),
  method('urlDecode', 1, 'Decodes a form field.', onText(urlDecode)),
  method('base64Encode', 1, 'The UTF-8 bytes of a text in base64.', onText(base64Encode)),
  method('base64Decode', 1, 'The UTF-8 text that base64 stands for.', onText(base64Decode)),
])

class Util extends HostObject {
  override readonly methods = utilMethods

  override get(): Value {
    return null
  }

  override print(): string {
    return ''
  }
}

/** It has no state, so one serves every render. */
export const util: HostObject = new Util()

function onText(convert: (text: string) => Value): (target: HostObject, args: readonly Value[]) => Value {
  return (_, [value = null]) => {
    if (value === null) return null
    const text = print(value)
    // No conversion makes a character longer than nine ("\u20AC" is six, "%E2%82%AC" nine).
    assertTextLength(text.length)
    const result = convert(text)
    if (typeof result === 'string') assertTextLength(result.length)
    return result
  }
}

const short: ReadonlyMap<string, string> = new Map([
  ['\b', '\\b'],
  ['\n', '\\n'],
  ['\t', '\\t'],
  ['\f', '\\f'],
  ['\r', '\\r'],
])

/** `StringEscapeUtils.escapeJavaScript` of Apache Commons Lang; note that `'` becomes `\'`, which JSON does not allow. */
function escapeJavaScript(text: string): string {
  // biome-ignore lint: control characters are what this is about
  return text.replace(/['"\\/]|[^\x20-\x7e]/g, (char) => {
    const code = char.charCodeAt(0)
    if (code >= 0x20 && code < 0x7f) return `\\${char}`
    if (code === 0x7f) return char
    return short.get(char) ?? `\\u${code.toString(16).toUpperCase().padStart(4, '0')}`
  })
}

/** `java.net.URLEncoder`, UTF-8; half a surrogate pair becomes "?". */
function urlEncode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '?'))
    .replaceAll('%20', '+')
    .replace(/[!'()~]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
}

/** What is no valid escape stays as it is. */
function urlDecode(text: string): string {
  const spaced = text.replaceAll('+', ' ')
  return spaced.replace(/(?:%[0-9a-fA-F]{2})+/g, (escapes) => {
    const bytes = Uint8Array.from(escapes.slice(1).split('%'), (hex) => Number.parseInt(hex, 16))
    return new TextDecoder().decode(bytes)
  })
}

function base64Encode(text: string): string {
  return btoa(binary(new TextEncoder().encode(text)))
}

/** Null for text that is not base64; the URL-safe alphabet is read too. */
function base64Decode(text: string): string | null {
  const standard = text.replace(/\s/g, '').replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '')
  if (!/^[A-Za-z0-9+/]*$/.test(standard) || standard.length % 4 === 1) return null
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    Uint8Array.from(atob(standard), (char) => char.charCodeAt(0)),
  )
}

function binary(bytes: Uint8Array): string {
  let text = ''
  // In pieces: fromCharCode takes its input as arguments, which have a limit.
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return text
}
