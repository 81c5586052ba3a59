import { recordsOf } from '@penstock/model'
import { isReservedHeader } from '../reserved-headers.ts'
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
  for (const { id, type, requestParameters = {} } of recordsOf(definition, 'integration')) {
    for (const key of Object.keys(requestParameters)) {
      const [, header = ''] = /^(?:append|overwrite|remove):(?:header\.(.+))?/s.exec(key) ?? []
      if (!/^(append|overwrite|remove):/.test(key) || (type === 'http_proxy' && !isReservedHeader(header)))
        continue
      const message =
        type === 'http_proxy'
          ? `The header "${header}" may not be mapped. Calls are refused.`
          : `The parameter mapping "${key}" of HTTP APIs is run for HTTP services that requests are passed on to, and for nothing else.`
      context.report(
        warning('mapping-unsupported', message, { record: id, path: ['requestParameters', key] }),
      )
    }
  }
}
