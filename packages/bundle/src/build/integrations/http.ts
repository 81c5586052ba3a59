import { defined } from '../defined.ts'
import { httpTarget } from './http-target.ts'
import { requestMapping, responseMapping } from './mapping.ts'
import type { Translation } from './translation.ts'
import { unsupported } from './unsupported.ts'

/** `http`: the request and the answer go through templates and mappings. */
export const translateHttp: Translation = (integration, context) => {
  const target = httpTarget(integration, context)
  if (typeof target === 'string') return unsupported(integration, context, target)
  return defined({
    kind: 'http',
    proxy: false,
    method: integration.httpMethod?.toUpperCase(),
    ...target,
    timeoutMs: integration.timeoutMs,
    insecureSkipVerification: integration.insecureSkipVerification || undefined,
    ...requestMapping(integration, context),
    responses: responseMapping(integration, context),
  })
}
