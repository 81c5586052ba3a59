import type { RequestContext } from '../../request-context.ts'
import type { IntegrationOf } from '../integration.ts'

/** The integration's method; the client's when it names none or ANY. */
export function methodFor(integration: IntegrationOf<'http'>, context: RequestContext): string {
  const { method } = integration
  return method === undefined || method === 'ANY' ? context.method : method
}
