import { type Definition, type JsonObject, recordsOf } from '@penstock/model'
import { serversOf } from './convert/swagger2-hints.ts'
import { isObject } from './json.ts'

/** The base URL that "point the API at an upstream" offers: the first absolute server, its variables at their defaults. */
export function defaultUpstream(definition: Definition): string | undefined {
  const [api] = recordsOf(definition, 'api')
  return addressesOf(api?.servers ?? [])[0]
}

/**
 * Where a description says that its API is, as far as that can be called: the absolute addresses of `servers`, or of
 * `schemes`, `host` and `basePath`, in their order, each once. Looks at nothing else of the document.
 */
export function serverAddresses(document: JsonObject): string[] {
  const { servers } = document
  const listed = Array.isArray(servers) ? servers.filter(isObject) : (serversOf(document) ?? [])
  return addressesOf(listed)
}

function addressesOf(servers: readonly JsonObject[]): string[] {
  return [...new Set(servers.flatMap((server) => serverUrl(server) ?? []))]
}

/** The address of a server object, its variables at their defaults; nothing for one that is relative. */
export function serverUrl({ url, variables }: JsonObject): string | undefined {
  if (typeof url !== 'string') return undefined
  const filled = url.replace(/\{([^{}]+)\}/g, (whole, name: string) => {
    const variable = isObject(variables) ? variables[name] : undefined
    return isObject(variable) && typeof variable['default'] === 'string' ? variable['default'] : whole
  })
  // A description that names no scheme leaves it to the caller; nobody serves an API without TLS any more.
  if (/^\/\/[^{}/]/.test(filled)) return `https:${filled.replace(/\/$/, '')}`
  return /^https?:\/\/[^{}]+$/.test(filled) ? filled.replace(/\/$/, '') : undefined
}
