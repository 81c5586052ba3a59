import { recordsOf } from '@penstock/model'
import type { BundleFunction } from '../schema.ts'
import type { BuildContext } from './context.ts'
import { byText } from './order.ts'

export function buildFunctions(context: BuildContext): BundleFunction[] {
  return [...recordsOf(context.definition, 'function')]
    .sort((a, b) => byText(a.name, b.name) || byText(a.id, b.id))
    .map((fn) => ({
      name: fn.name,
      code: fn.code,
      handler: fn.handler ?? 'handler',
      timeoutMs: fn.timeoutMs ?? 3000,
      memoryMb: fn.memoryMb ?? 128,
      environment: fn.environment ?? {},
    }))
}
