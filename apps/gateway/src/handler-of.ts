import type { BundleRoute } from '@penstock/bundle'
import type { Handler } from './compiled-stage.ts'
import { Failure } from './failure.ts'

/** What runs a route: its integration, or the refusal of a route that is closed or has none. */
export function handlerOf(
  { refused, integration }: Pick<BundleRoute, 'refused' | 'integration'>,
  handlers: readonly Handler[],
): Handler {
  if (refused) {
    const { reason, responseType } = refused
    return () => {
      throw new Failure('ROUTE_REFUSED', { phase: 'authorizer', reason, responseType })
    }
  }
  const handler = integration === null ? undefined : handlers[integration]
  return (
    handler ??
    (() => {
      throw new Failure('INTEGRATION_MISSING', {
        phase: 'integration',
        reason: 'nothing answers the route',
      })
    })
  )
}
