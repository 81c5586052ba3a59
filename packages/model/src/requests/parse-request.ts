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

/**
 * What of a URL follows the stage, query included: an address by path (`…/orders/prod/pets`) or by host
 * (`orders.example/prod/pets`) loses what addresses the stage; a path alone is taken as it is. `stages` are all that
 * the API has; the one that the URL names comes with it. Null: the address is one of the API's, and of none of its stages.
 */
export function belowStage(
  url: string,
  { slug, stages }: { readonly slug: string; readonly stages: readonly string[] },
): { readonly path: string; readonly stage: string | null } | null {
  const [, host, rest = '/'] = /^https?:\/\/([^/?#]*)([^#]*)/i.exec(url) ?? []
  if (host === undefined) return { path: url.split('#', 1)[0] ?? url, stage: null }
  const isByHost = host.toLowerCase().startsWith(`${slug}.`)
  const named = isByHost ? rest : cutSegment(rest, slug)
  if (named === null) return { path: withSlash(rest), stage: null }
  for (const stage of stages) {
    const below = cutSegment(named, stage)
    if (below !== null) return { path: withSlash(below), stage }
  }
  if (stages.includes('$default')) return { path: withSlash(named), stage: '$default' }
  // A host may begin like the API and be its backend's.
  return isByHost ? { path: withSlash(named), stage: null } : null
}

/** `/pets/1` without its first segment `pets` → `/1`; null when it begins with another. */
function cutSegment(path: string, segment: string): string | null {
  const start = `/${segment}`
  if (!path.startsWith(start)) return null
  const rest = path.slice(start.length)
  return rest === '' || /^[/?]/.test(rest) ? rest : null
}

function withSlash(path: string): string {
  return path.startsWith('/') ? path : `/${path}`
}
