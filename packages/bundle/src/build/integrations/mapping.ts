import type { Integration } from '@penstock/model'
import type { BundleResponse } from '../../schema.ts'
import { type BuildContext, warning } from '../context.ts'
import { defined } from '../defined.ts'
import { byText } from '../order.ts'
import { checkTemplates } from './templates.ts'

/** The request side of an integration that maps, in the bundle's names. */
export function requestMapping(integration: Integration, context: BuildContext) {
  checkTemplates(integration, context)
  return {
    requestParameters: integration.requestParameters,
    requestTemplates: integration.requestTemplates,
    passthrough: integration.passthroughBehavior,
    contentHandling: integration.contentHandling,
  }
}

/** Responses in the order in which they are tried: by pattern, the default last. */
export function responseMapping(integration: Integration, context: BuildContext): BundleResponse[] {
  const responses: BundleResponse[] = []
  const entries = Object.entries(integration.responses ?? {})
  // WebSocket APIs write the default as a selection key.
  const isDefault = (key: string) =>
    key === 'default' || (key === '$default' && context.api.type === 'WEBSOCKET')
  for (const [pattern, response] of entries.sort(
    ([a], [b]) => Number(isDefault(a)) - Number(isDefault(b)) || byText(a, b),
  )) {
    const location = { record: integration.id, path: ['responses', pattern] }
    if (!/^[1-5]\d\d$/.test(response.statusCode)) {
      const message = `"${response.statusCode}" is not a status code. This response is never chosen.`
      context.report(warning('response-status-invalid', message, location))
      continue
    }
    responses.push(
      defined({
        pattern: isDefault(pattern) ? null : pattern,
        status: Number(response.statusCode),
        parameters: response.responseParameters,
        templates: response.responseTemplates,
        contentHandling: response.contentHandling,
      }),
    )
  }
  return responses
}
