import { parseCurl } from './curl.ts'
import { shellWords } from './shell-words.ts'

/** A request as a person wrote it: the URL may be a path below a stage, or any address of one. */
export interface WrittenRequest {
  readonly method: string
  readonly url: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body?: string
}

export type ParsedRequest =
  | { readonly request: WrittenRequest; readonly problem?: undefined }
  | { readonly request?: undefined; readonly problem: string }

/** Reads `POST /orders/5?x=1`, a path alone (a GET), an address, or a curl command; says in a sentence what is wrong. */
export function parseRequest(text: string): ParsedRequest {
  const written = text.trim()
  if (/^curl(\.exe)?\s/.test(written)) {
    const words = shellWords(written)
    return words === null ? { problem: 'A quote of the command is not closed.' } : parseCurl(words)
  }
  const [, method = 'GET', url] = /^(?:([A-Za-z]+)\s+)?(\S+)$/.exec(written) ?? []
  if (url !== undefined && isAddress(url))
    return { request: { method: method.toUpperCase(), url, headers: [] } }
  return { problem: 'Write a method and a path, as in POST /orders/5?x=1, or paste a curl command.' }
}

function isAddress(url: string): boolean {
  return url.startsWith('/') || /^https?:\/\//i.test(url)
}
