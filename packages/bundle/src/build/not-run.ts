import { recordsOf } from '@penstock/model'
import { type BuildContext, warning } from './context.ts'

/** What is kept for export and not run by the gateway, said once for each record and not for each method. */
export function reportNotRun(context: BuildContext): void {
  const { definition, api } = context
  const used = new Set([
    api.validator,
    ...[...recordsOf(definition, 'method')].map(({ validator }) => validator),
  ])
  for (const { id, name, validateRequestBody, validateRequestParameters } of recordsOf(
    definition,
    'validator',
  )) {
    if (!used.has(id) || !(validateRequestBody || validateRequestParameters)) continue
    const message = `The validator "${name}" is kept and not run yet: requests reach the integration unchecked.`
    context.report(warning('validation-not-run', message, { record: id }))
  }
  for (const { id, requestParameters = {} } of recordsOf(definition, 'integration')) {
    for (const key of Object.keys(requestParameters)) {
      if (!/^(append|overwrite|remove):/.test(key)) continue
      const message = `The parameter mapping "${key}" of HTTP APIs is not run by this gateway. Calls are refused.`
      context.report(
        warning('mapping-unsupported', message, { record: id, path: ['requestParameters', key] }),
      )
    }
  }
}
