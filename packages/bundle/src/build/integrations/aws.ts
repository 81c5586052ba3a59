import { defined } from '../defined.ts'
import { functionName } from './function-name.ts'
import { defaultTimeoutMs, requestMapping, responseMapping } from './mapping.ts'
import { serviceOf } from './service.ts'
import type { Translation } from './translation.ts'
import { unsupported } from './unsupported.ts'

/** `aws`: a function that is called through templates; other services of Amazon are not run here. */
export const translateAws: Translation = (integration, context) => {
  const name = functionName(integration, context)
  if (name === undefined) return unsupported(integration, context, serviceOf(integration))
  return defined({
    kind: 'function',
    function: name,
    proxy: false,
    payloadFormatVersion: integration.payloadFormatVersion ?? '1.0',
    timeoutMs: integration.timeoutMs ?? defaultTimeoutMs,
    ...requestMapping(integration, context),
    responses: responseMapping(integration, context),
  })
}
