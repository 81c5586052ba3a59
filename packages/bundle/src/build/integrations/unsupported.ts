import type { Integration } from '@penstock/model'
import type { BundleIntegration } from '../../schema.ts'
import { type BuildContext, warning } from '../context.ts'

/** Something the gateway does not run: each call is refused with the reason, and the author hears it before deploying. */
export function unsupported(
  integration: Integration,
  context: BuildContext,
  reason: string,
  path: readonly string[] = ['uri'],
): BundleIntegration {
  const message = `${reason} Calls are refused.`
  context.report(warning('integration-unsupported', message, { record: integration.id, path }))
  return { kind: 'unsupported', reason }
}
