import { type Documentation, kindOf } from '@penstock/model'
import { changedFields, type KindComparison } from './comparison.ts'

export const documentationComparison: KindComparison<Documentation> = {
  compare: ({ from, to, emit }) =>
    emit('documentation-changed', ['properties'], { fields: changedFields(from, to) }),
  affects: () => [],
  subject: (_, part) => `documentation of ${kindOf('documentation').label(part)}`,
}
