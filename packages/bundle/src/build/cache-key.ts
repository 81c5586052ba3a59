import type { Integration } from '@penstock/model'
import type { BundleRoute } from '../schema.ts'
import { type BuildContext, warning } from './context.ts'
import { defined } from './defined.ts'
import { byText } from './order.ts'

const ofMethod = /^method\.request\.((multivalue)?(querystring|header)|path|body)\../

/**
 * What tells the cached answers of an integration apart: Amazon's `cacheKeyParameters` and `cacheNamespace`, which records keep
 * as they were imported. A parameter of the integration's request is what is mapped to it.
 */
export function cacheKeyOf(
  integration: Integration | undefined,
  context: BuildContext,
): BundleRoute['cache'] | undefined {
  const { cacheKeyParameters: named, cacheNamespace } = integration?.rest ?? {}
  const namespace = typeof cacheNamespace === 'string' ? cacheNamespace : undefined
  const key: Record<string, string> = {}
  for (const name of (Array.isArray(named) ? named : [])
    .filter((one) => typeof one === 'string')
    .sort(byText)) {
    const source = ofMethod.test(name) ? name : integration?.requestParameters?.[name]
    if (source !== undefined) key[name] = source
    else
      context.report(
        warning('cache-key-unknown', `Nothing is mapped to "${name}", so that it tells no answers apart.`, {
          record: integration?.id ?? '',
          path: ['rest', 'cacheKeyParameters'],
        }),
      )
  }
  return namespace === undefined && Object.keys(key).length === 0 ? undefined : defined({ namespace, key })
}
