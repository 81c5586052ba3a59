import { recordsOf } from '@penstock/model'
import type { Bundle } from '../schema.ts'
import type { BuildContext } from './context.ts'
import { warning } from './context.ts'
import { defined } from './defined.ts'

export function buildGatewayResponses(context: BuildContext): Bundle['gatewayResponses'] {
  const responses: Bundle['gatewayResponses'] = {}
  for (const { id, responseType, statusCode, responseParameters, responseTemplates } of recordsOf(
    context.definition,
    'gatewayResponse',
  )) {
    const status = statusCode !== undefined && /^[1-5]\d\d$/.test(statusCode) ? Number(statusCode) : undefined
    if (statusCode !== undefined && status === undefined)
      context.report(
        warning('response-status-invalid', `"${statusCode}" is not a status code. The usual one is sent.`, {
          record: id,
          path: ['statusCode'],
        }),
      )
    responses[responseType] = defined({
      status,
      parameters: responseParameters ?? {},
      templates: responseTemplates ?? {},
    })
  }
  return responses
}
