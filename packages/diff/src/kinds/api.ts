import { type Api, recordsOf } from '@penstock/model'
import { compareSecurity } from '../operation/compare-security.ts'
import { changedFields, type KindComparison } from './comparison.ts'

export const apiComparison: KindComparison<Api> = {
  compare({ from, to, emit, ...definitions }) {
    for (const field of changedFields(from, to))
      if (field === 'security')
        compareSecurity({ ...definitions, emit }, from.security, to.security, ['security'])
      else {
        const [a, b] = [from as Record<string, unknown>, to as Record<string, unknown>]
        emit('api-changed', [field], { field, from: a[field] as never, to: b[field] as never })
      }
  },
  *affects(definition) {
    for (const method of recordsOf(definition, 'method')) yield method.id
  },
  subject: (_, api) => `API ${api.name}`,
}
