import type { BundleRoute } from '@penstock/bundle'
import { compileSource } from '../mapping/parameter-mappings.ts'
import { RequestInputs } from '../mapping/request-inputs.ts'
import type { RequestContext } from '../request-context.ts'

export interface CacheKey {
  /** Some parameter is of the body, which has to be there. */
  readonly needsBody: boolean
  /** A header is in the key, so that answers are of whoever shows it; the name in lower case. */
  separates(header: string): boolean
  of(context: RequestContext): string
}

/**
 * What tells the cached answers of a route apart, as Amazon does it: its namespace (the resource, where it has none of its
 * own), the method, and the values of the parameters that are named. Where none are named, `wholeTarget` has path and query
 * tell them apart. Keys are JSON, so that no value can pass for two.
 */
export function compileCacheKey(
  { resource, cache }: Pick<BundleRoute, 'resource' | 'cache'>,
  wholeTarget: boolean,
): CacheKey {
  const parameters = Object.entries(cache?.key ?? {}).map(([name, expression]) => ({
    name: nameOf(name),
    expression,
    source: compileSource(expression),
  }))
  const namespace = cache?.namespace ?? resource
  const targets = parameters.length === 0 && wholeTarget
  return {
    needsBody: parameters.some(({ expression }) => expression.startsWith('method.request.body')),
    separates: (header) =>
      parameters.some(({ expression }) => nameOf(expression) === `method.request.header.${header}`),
    of(context) {
      if (targets) return JSON.stringify([namespace, context.method, context.path, context.query])
      const inputs = new RequestInputs(context, context.heldBody?.toString('utf8'))
      const values = parameters.map(({ name, source }) => [name, ...(source?.(inputs) ?? [])])
      return JSON.stringify([namespace, context.method, ...values])
    },
  }
}

/** Names of headers are the same in any casing. */
function nameOf(expression: string): string {
  return /^(method|integration)\.request\.(multivalue)?header\./.test(expression)
    ? expression.toLowerCase()
    : expression
}
