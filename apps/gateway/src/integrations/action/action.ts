import { answer } from '../../answer.ts'
import { awsService } from '../../aws/services.ts'
import { Failure } from '../../failure.ts'
import { headerValue } from '../../headers.ts'
import { compileHttpExpression, type HttpExpression } from '../../mapping/http-expression.ts'
import { RequestInputs } from '../../mapping/request-inputs.ts'
import { readBody } from '../../read-body.ts'
import { collectAnswer } from '../../upstream/call-upstream.ts'
import type { IntegrationDefinition, IntegrationOf } from '../integration.ts'
import { actions } from './actions.ts'
import { parameterInvalid } from './parameter-invalid.ts'
import type { Values } from './wire.ts'

interface Parameter {
  readonly name: string
  readonly source: string
  /** Null: what is written is no expression. */
  readonly value: HttpExpression | null
}

/**
 * One action of one of Amazon's services, as HTTP APIs call it: parameters come out of the request, and the service's
 * status, type and body are the answer.
 */
export const actionIntegration: IntegrationDefinition<'action'> = {
  kind: 'action',
  compile: (integration, { aws, client }) => {
    const parameters = compileParameters(integration)
    const action = Object.hasOwn(actions, integration.subtype) ? actions[integration.subtype] : undefined
    const service = action && awsService(action.service)
    if (!action || !service)
      return () => {
        const reason = `"${integration.subtype}" is no action that this gateway calls`
        throw new Failure('INTEGRATION_UNSUPPORTED', { phase: 'integration', reason })
      }
    return async (context) => {
      const bytes = await readBody(context)
      context.inspector?.enter('integration request')
      const { region, values } = valuesOf(parameters, new RequestInputs(context, bytes.toString('utf8')))
      const { base, scope } = aws.endpoint(service, region)
      const { method, target, headers, body } = action.send(values)
      const { origin, pathname } = new URL(base)
      const path = pathname === '/' ? target : pathname + target
      const call = {
        origin,
        path,
        method,
        headers: [...headers, ['X-Amzn-Trace-Id', context.trace] as const].flat(),
        body,
        timeoutMs: integration.timeoutMs,
      }
      const answered = await collectAnswer(context, client, aws.signed(call, scope))
      context.inspector?.enter('integration response')
      const type = headerValue(answered.headers, 'content-type') ?? 'application/json'
      answer(context, answered.status, ['Content-Type', type], answered.body, 'traced')
    }
  },
}

function compileParameters({ parameters }: IntegrationOf<'action'>): readonly Parameter[] {
  return Object.entries(parameters).map(([name, source]) => ({
    name,
    source,
    value: compileHttpExpression(source),
  }))
}

/** Every parameter that is written has to have a value, also those that Amazon does not ask for. */
function valuesOf(
  parameters: readonly Parameter[],
  inputs: RequestInputs,
): { region: string | undefined; values: Values } {
  const values = new Map<string, string>()
  let region: string | undefined
  for (const { name, source, value } of parameters) {
    if (value === null)
      throw new Failure('MAPPING_FAILED', {
        phase: 'integration request',
        reason: `the source "${source}" of the parameter ${name} is not known`,
      })
    const found = value(inputs)
    if (found === undefined || found === '') throw unresolved(name, source)
    if (name === 'Region') region = found
    else values.set(name, found)
  }
  return { region, values }
}

function unresolved(name: string, source: string): Failure {
  return parameterInvalid(
    name,
    `Unable to resolve property ${name} from source ${source}. Please make sure that the value is not empty.`,
  )
}
