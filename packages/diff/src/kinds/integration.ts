import { type Definition, find, type Integration, kindOf, recordsOf } from '@penstock/model'
import { changedFields, type KindComparison, nameMethods } from './comparison.ts'

export const integrationComparison: KindComparison<Integration> = {
  compare({ before, after, from, to, emit }) {
    const label = (integration: Integration) => kindOf('integration').label(integration)
    const fields = changedFields(from, to).filter((field) => field !== 'name')
    if (fields.length === 0)
      return emit('name-changed', ['name'], { kind: 'integration', from: label(from), to: label(to) })
    const target = targetOf(after, to)
    const users = nameMethods(after, [...integrationComparison.affects(after, to)])
    emit('integration-changed', [fields[0]!], {
      fields,
      target: target === targetOf(before, from) ? undefined : target,
      users,
      name: label(to),
    })
  },
  *affects(definition, integration) {
    for (const method of recordsOf(definition, 'method'))
      if (method.integration === integration.id) yield method.id
  },
  subject: (_, integration) => `integration ${kindOf('integration').label(integration)}`,
}

/** Where requests go, in words; undefined when nowhere outside. */
export function targetOf(definition: Definition, integration: Integration): string | undefined {
  const fn = find(definition, 'function', integration.function)
  if (fn) return `function ${fn.name}`
  const upstream = find(definition, 'upstream', integration.upstream)
  if (!upstream) return integration.uri
  const uri = integration.uri ?? ''
  return /^https?:/i.test(uri) ? uri : upstream.url + uri
}
