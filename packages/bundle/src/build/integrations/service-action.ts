import type { Integration } from '@penstock/model'
import type { BundleIntegration } from '../../schema.ts'
import { serviceActions } from '../../service-actions.ts'
import { type BuildContext, warning } from '../context.ts'
import { unsupported } from './unsupported.ts'

/** What an HTTP API calls by `integrationSubtype`, checked against what Amazon documents of it. */
export function serviceAction(
  subtype: string,
  integration: Integration,
  context: BuildContext,
): BundleIntegration {
  const known = Object.hasOwn(serviceActions, subtype) ? serviceActions[subtype] : undefined
  if (known === undefined)
    return unsupported(integration, context, `"${subtype}" is no action that HTTP APIs call.`, ['rest'])
  const parameters = integration.requestParameters ?? {}
  const location = { record: integration.id, path: ['requestParameters'] }
  for (const name of Object.keys(parameters))
    if (!Object.hasOwn(known, name)) {
      const message = `${subtype} has no parameter "${name}". It is not sent.`
      const place = { ...location, path: [...location.path, name] }
      context.report(warning('action-parameter-unknown', message, place))
    }
  const missing = Object.keys(known).filter((name) => known[name] === true && !parameters[name])
  if (missing.length > 0) {
    const message = `${subtype} needs ${missing.join(', ')}. Calls fail.`
    context.report(warning('action-parameter-missing', message, location))
  }
  return {
    kind: 'action',
    subtype,
    parameters: Object.fromEntries(Object.entries(parameters).filter(([name]) => Object.hasOwn(known, name))),
    ...(integration.timeoutMs === undefined ? {} : { timeoutMs: integration.timeoutMs }),
  }
}
