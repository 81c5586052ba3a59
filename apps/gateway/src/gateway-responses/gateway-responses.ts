import type { Bundle } from '@penstock/bundle'
import type { FailureAnswer } from '../dialects/dialect.ts'
import type { Failure } from '../failure.ts'
import { isSendable, type RawHeaders, setHeader } from '../headers.ts'
import { contextVariables, lookUpVariable } from '../mapping/context-variables.ts'
import { RequestInputs } from '../mapping/request-inputs.ts'
import type { RequestContext } from '../request-context.ts'
import { type Lookup, substitute } from './substitute.ts'

type Customized = Bundle['gatewayResponses'][string]

/** What an API says about the answers that the gateway makes itself: status, headers and body per response type. */
export class GatewayResponses {
  readonly #customized: ReadonlyMap<string, Customized>

  constructor(customized: Bundle['gatewayResponses']) {
    this.#customized = new Map(Object.entries(customized))
  }

  /** The dialect's answer with the API's own status, headers and template laid over it. */
  apply(context: RequestContext, failure: Failure, answer: FailureAnswer): FailureAnswer {
    if (!answer.customizable || this.#customized.size === 0) return answer
    const own = this.#customized.get(answer.responseType)
    const family = this.#customized.get(answer.status >= 500 ? 'DEFAULT_5XX' : 'DEFAULT_4XX')
    const custom = own ?? family
    if (!custom) return answer
    const lookup = failureLookup(context, failure, answer)
    const headers: RawHeaders = [...answer.headers]
    for (const [target, expression] of Object.entries(custom.parameters)) {
      const name = /^gatewayresponse\.header\.(.+)$/.exec(target)?.[1]
      const value = evaluate(expression, lookup)
      if (name !== undefined && value !== undefined && isSendable(name, value))
        setHeader(headers, name, value)
    }
    const [type, template] =
      Object.entries(custom.templates).find(([key]) => key === 'application/json') ??
      Object.entries(custom.templates)[0] ??
      []
    if (type !== undefined) setHeader(headers, 'Content-Type', type)
    return {
      ...answer,
      status: custom.status ?? answer.status,
      headers,
      body: template === undefined ? answer.body : substitute(template, lookup),
    }
  }
}

function evaluate(expression: string, lookup: Lookup): string | undefined {
  const fixed = /^'(.*)'$/s.exec(expression)
  return fixed ? fixed[1] : lookup(expression)
}

function failureLookup(context: RequestContext, failure: Failure, answer: FailureAnswer): Lookup {
  const variables = {
    ...contextVariables(context),
    error: {
      message: answer.message,
      messageString: JSON.stringify(answer.message),
      responseType: answer.responseType,
      // Other reasons are for the request log: they may name addresses that are nobody's business.
      validationErrorString: answer.responseType.startsWith('BAD_REQUEST_') ? failure.told : '',
    },
  }
  const inputs = new RequestInputs(context)
  return (reference) => {
    const path = reference.replace(/^\$/, '')
    if (path.startsWith('context.')) return lookUpVariable(variables, path.slice('context.'.length))
    if (path.startsWith('stageVariables.'))
      return context.stage?.variables[path.slice('stageVariables.'.length)]
    const [, place, name = ''] = /^method\.request\.(header|querystring|path)\.(.+)$/.exec(path) ?? []
    if (place === 'header') return inputs.header(name)
    if (place === 'querystring') return inputs.queryValues(name).at(-1)
    return place === 'path' ? context.pathParameter(name) : undefined
  }
}
