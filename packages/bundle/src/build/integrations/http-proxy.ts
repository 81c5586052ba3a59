import { defined } from '../defined.ts'
import { httpTarget } from './http-target.ts'
import { responseEdits } from './response-edits.ts'
import type { Translation } from './translation.ts'
import { unsupported } from './unsupported.ts'

/** `http_proxy`: the request passes through with its parameters mapped; templates and response mappings do not apply. */
export const translateHttpProxy: Translation = (integration, context) => {
  const target = httpTarget(integration, context)
  if (typeof target === 'string') return unsupported(integration, context, target)
  return defined({
    kind: 'http',
    proxy: true,
    method: integration.httpMethod?.toUpperCase(),
    ...target,
    timeoutMs: integration.timeoutMs,
    insecureSkipVerification: integration.insecureSkipVerification || undefined,
    requestParameters: integration.requestParameters,
    responseParameters: responseEdits(integration, context),
    responses: [],
  })
}
