import { type Api, type Json, kindOf, recordsOf } from '@penstock/model'
import { compareSecurity } from '../operation/compare-security.ts'
import { changedFields, type KindComparison } from './comparison.ts'

const { defaults } = kindOf('api')

export const apiComparison: KindComparison<Api> = {
  compare({ from, to, emit, ...definitions }) {
    for (const field of changedFields(from, to))
      if (field === 'security')
        compareSecurity({ ...definitions, emit }, from.security, to.security, ['security'])
      else {
        const valueOf = (api: Api) =>
          ((api as Record<string, unknown>)[field] ?? defaults[field]) as Json | undefined
        emit('api-changed', [field], { field, from: valueOf(from), to: valueOf(to) })
      }
  },
  *affects(definition) {
    for (const method of recordsOf(definition, 'method')) yield method.id
  },
  subject: (_, api) => `API ${api.name}`,
}
