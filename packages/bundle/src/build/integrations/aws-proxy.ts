import { functionTarget } from './function-target.ts'
import { serviceAction } from './service-action.ts'
import { serviceOf } from './service.ts'
import type { Translation } from './translation.ts'
import { unsupported } from './unsupported.ts'

/**
 * `aws_proxy`: a function gets the whole request and makes the whole answer; mappings do not apply. In an HTTP API also
 * one action of one of Amazon's services.
 */
export const translateAwsProxy: Translation = (integration, context) => {
  const subtype = integration.rest?.['integrationSubtype']
  if (typeof subtype === 'string') return serviceAction(subtype, integration, context)
  const target = functionTarget(integration, context)
  if (target === undefined) return unsupported(integration, context, serviceOf(integration))
  return {
    kind: 'function',
    ...target,
    proxy: true,
    payloadFormatVersion: integration.payloadFormatVersion ?? '1.0',
    ...(integration.timeoutMs === undefined ? {} : { timeoutMs: integration.timeoutMs }),
    // A message of a WebSocket is sent once it is whole.
    ...(integration.responseTransferMode === 'STREAM' && context.api.type !== 'WEBSOCKET'
      ? { streams: true as const }
      : {}),
    // Ignored but for one thing: a mapping of a forbidden header fails each call.
    ...(integration.requestParameters ? { requestParameters: integration.requestParameters } : {}),
    responses: [],
  }
}
