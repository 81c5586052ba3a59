import type { Json, JsonObject } from '@penstock/model'
import { isObject, textOf } from '../json.ts'

/** Servers as `schemes`, `host` and `basePath`. Swagger 2.0 has one address; servers elsewhere are left out. */
export function addressOf(
  servers: Json | undefined,
  lost: (pointer: string, construct: string) => void,
): JsonObject {
  if (!Array.isArray(servers) || servers.length === 0) return {}
  const parsed = servers.map((server) => parse(isObject(server) ? server : {}))
  const [first] = parsed
  const out: JsonObject = {}
  if (first?.host) out['host'] = first.host
  if (first?.path && first.path !== '/') out['basePath'] = first.path
  const same = parsed.filter((server) => server.host === first?.host && server.path === first?.path)
  const schemes = [...new Set(same.flatMap(({ scheme }) => (scheme ? [scheme] : [])))]
  if (schemes.length > 0) out['schemes'] = schemes
  if (same.length < servers.length) lost('/servers', 'more than one server')
  return out
}

function parse(server: JsonObject) {
  const variables = isObject(server['variables']) ? server['variables'] : {}
  const url = textOf(server['url']).replace(/\{([^{}]+)\}/g, (whole, name: string) => {
    const variable = variables[name]
    return isObject(variable) && typeof variable['default'] === 'string' ? variable['default'] : whole
  })
  const match = /^(?:([a-z]+):)?(?:\/\/([^/]*))?(.*)$/i.exec(url)
  return { scheme: match?.[1] ?? '', host: match?.[2] ?? '', path: match?.[3] ?? '' }
}
