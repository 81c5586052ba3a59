import { type Function_, recordsOf } from '@penstock/model'
import type { BundleFunction } from '../../schema.ts'
import { isReservedVariable } from '../../reserved-variables.ts'
import { type BuildContext, warning } from '../context.ts'
import { byText } from '../order.ts'

export function buildFunctions(context: BuildContext): BundleFunction[] {
  return [...recordsOf(context.definition, 'function')]
    .sort((a, b) => byText(a.name, b.name) || byText(a.id, b.id))
    .map((fn) => ({
      name: fn.name,
      code: fn.code,
      handler: fn.handler ?? 'handler',
      timeoutMs: fn.timeoutMs ?? 3000,
      memoryMb: fn.memoryMb ?? 128,
      environment: environmentOf(fn, context),
    }))
}

/** The gateway keeps reserved ones from the process (`functionEnvironment`); its author hears of it here. */
function environmentOf({ id, name, environment = {} }: Function_, context: BuildContext) {
  for (const variable of Object.keys(environment))
    if (isReservedVariable(variable))
      context.report(
        warning(
          'function-variable-reserved',
          `The variable "${variable}" of function "${name}" is reserved: the function does not get this value.`,
          { record: id, path: ['environment', variable] },
          'Give it another name.',
        ),
      )
  return environment
}
