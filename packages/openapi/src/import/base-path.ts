import type { JsonObject } from '@penstock/model'
import { isObject } from '../json.ts'

/**
 * The path that Amazon's basepath option puts before every route, without a trailing slash; empty for none. `split`
 * leaves out the first segment. A server variable called `basePath` counts even when the URL does not mention it.
 */
export function basePathOf(servers: readonly JsonObject[], option: 'ignore' | 'prepend' | 'split'): string {
  const server = servers[0]
  if (option === 'ignore' || !server) return ''
  const segments = serverPath(server)
    .split('/')
    .filter((segment) => segment !== '')
  if (option === 'split') segments.shift()
  return segments.map((segment) => `/${segment}`).join('')
}

function serverPath(server: JsonObject): string {
  const variables = isObject(server['variables']) ? server['variables'] : {}
  const valueOf = (name: string) => {
    const variable = variables[name]
    return isObject(variable) && typeof variable['default'] === 'string' ? variable['default'] : ''
  }
  if (isObject(variables['basePath'])) return valueOf('basePath')
  const url = typeof server['url'] === 'string' ? server['url'] : ''
  const filled = url.replace(/\{([^{}]+)\}/g, (_, name: string) => valueOf(name))
  return filled.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*|^\/\/[^/]*/i, '').replace(/[?#].*/s, '')
}
