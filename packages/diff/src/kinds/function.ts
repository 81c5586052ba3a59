import { type Function_, type Integration, recordsOf } from '@penstock/model'
import { changedFields, type KindComparison } from './comparison.ts'

export const functionComparison: KindComparison<Function_> = {
  actsAlone: true,
  compare({ from, to, emit }) {
    const fields = changedFields(from, to, ['code', 'handler', 'timeoutMs', 'memoryMb', 'environment'])
    if (fields.length) emit('function-changed', [fields[0]!], { name: to.name, fields })
    if (from.name !== to.name)
      emit('name-changed', ['name'], { kind: 'function', from: from.name, to: to.name })
  },
  *affects(definition, fn) {
    const integrations = new Set<string>()
    for (const integration of recordsOf(definition, 'integration'))
      if (calls(integration, fn)) integrations.add(integration.id)
    for (const method of recordsOf(definition, 'method'))
      if (method.integration !== undefined && integrations.has(method.integration)) yield method.id
  },
  subject: (_, fn) => `function ${fn.name}`,
}

/** Whether an integration calls a function: by its record, or by the name in a Lambda ARN. */
export function calls(integration: Integration, fn: Function_): boolean {
  if (integration.function !== undefined) return integration.function === fn.id
  return new RegExp(`:function:${fn.name.replace(/[^\w]/g, '\\$&')}(?:[:/]|$)`).test(integration.uri ?? '')
}
