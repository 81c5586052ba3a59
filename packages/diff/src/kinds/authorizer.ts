import { type Authorizer, recordsOf } from '@penstock/model'
import { changedFields, type KindComparison } from './comparison.ts'

export const authorizerComparison: KindComparison<Authorizer> = {
  compare({ from, to, emit }) {
    const fields = changedFields(from, to, ['settings', 'scheme', 'name', 'rest'])
    if (fields.length) emit('authorizer-changed', [fields[0]!], { name: to.name, fields })
  },
  *affects(definition, authorizer) {
    for (const method of recordsOf(definition, 'method'))
      if (
        method.authorizer === authorizer.id ||
        method.security?.some((way) => Object.hasOwn(way, authorizer.name))
      )
        yield method.id
  },
  subject: (_, authorizer) => `authorizer ${authorizer.name}`,
}
