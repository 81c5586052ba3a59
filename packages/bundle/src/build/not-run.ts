import { recordsOf } from '@penstock/model'
import { type BuildContext, warning } from './context.ts'

/** What is kept for export and not run by the gateway, said once for each record and not for each method. */
export function reportNotRun(context: BuildContext): void {
  const { definition, api } = context
  // aws-semantics §1.7: Amazon's HTTP APIs check nothing, and WebSocket routes choose models by expressions.
  if ((api.compatibility === 'aws' && api.type === 'HTTP') || api.type === 'WEBSOCKET')
    for (const { id, name } of recordsOf(definition, 'validator')) {
      const message = `The validator "${name}" is kept and not run: nothing is validated in ${api.type === 'HTTP' ? "Amazon's HTTP APIs" : 'WebSocket APIs'}.`
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
