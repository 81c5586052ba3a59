import { type Definition, recordsOf } from '@penstock/model'
import { isObject } from './json.ts'

/** The base URL that "point the API at an upstream" offers: the first absolute server, its variables at their defaults. */
export function defaultUpstream(definition: Definition): string | undefined {
  const [api] = recordsOf(definition, 'api')
  for (const { url, variables } of api?.servers ?? []) {
    if (typeof url !== 'string') continue
    const filled = url.replace(/\{([^}]+)\}/g, (whole, name: string) => {
      const variable = isObject(variables) ? variables[name] : undefined
      return isObject(variable) && typeof variable['default'] === 'string' ? variable['default'] : whole
    })
    // A description that names no scheme leaves it to the caller; nobody serves an API without TLS any more.
    if (/^\/\/[^{}/]/.test(filled)) return `https:${filled.replace(/\/$/, '')}`
    if (/^https?:\/\/[^{}]+$/.test(filled)) return filled.replace(/\/$/, '')
  }
  return undefined
}
