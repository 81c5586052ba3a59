import type { Opaque } from '@penstock/model'
import type { KindComparison } from './comparison.ts'

export const opaqueComparison: KindComparison<Opaque> = {
  compare: ({ to, emit }) => emit('opaque-changed', ['value'], { pointer: to.pointer }),
  affects: () => [],
  subject: (_, opaque) => opaque.pointer,
}
