import { functionName } from './function-name.ts'
import { defaultTimeoutMs } from './mapping.ts'
import { serviceOf } from './service.ts'
import type { Translation } from './translation.ts'
import { unsupported } from './unsupported.ts'

/** `aws_proxy`: a function gets the whole request and makes the whole answer. Mappings do not apply. */
export const translateAwsProxy: Translation = (integration, context) => {
  const name = functionName(integration, context)
  if (name === undefined) return unsupported(integration, context, serviceOf(integration))
  return {
    kind: 'function',
    function: name,
    proxy: true,
    payloadFormatVersion: integration.payloadFormatVersion ?? '1.0',
    timeoutMs: integration.timeoutMs ?? defaultTimeoutMs,
    // Ignored but for one thing: a mapping of a forbidden header fails each call.
    ...(integration.requestParameters ? { requestParameters: integration.requestParameters } : {}),
    responses: [],
  }
}
