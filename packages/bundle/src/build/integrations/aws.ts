import { parseServiceUri } from '../../service-uri.ts'
import { defined } from '../defined.ts'
import { functionTarget } from './function-target.ts'
import { requestMapping, responseMapping } from './mapping.ts'
import { serviceOf } from './service.ts'
import type { Translation } from './translation.ts'
import { unsupported } from './unsupported.ts'

/** `aws`: a function or another service of Amazon's, called through templates. */
export const translateAws: Translation = (integration, context) => {
  const target = functionTarget(integration, context)
  const uri = integration.uri?.trim()
  if (target === undefined && (uri === undefined || parseServiceUri(uri) === null))
    return unsupported(integration, context, serviceOf(integration))
  const shared = {
    timeoutMs: integration.timeoutMs,
    ...requestMapping(integration, context),
    responses: responseMapping(integration, context),
  }
  if (target === undefined)
    return defined({
      kind: 'service',
      uri: uri ?? '',
      method: integration.httpMethod?.toUpperCase(),
      ...shared,
    })
  return defined({
    kind: 'function',
    ...target,
    proxy: false,
    payloadFormatVersion: integration.payloadFormatVersion ?? '1.0',
    ...shared,
  })
}
