import {
  type Function_,
  type Integration,
  type Json,
  kindOf,
  recordsOf,
  servedRecords,
} from '@penstock/model'
import { sameJson } from '../json.ts'
import { authorizerComparison } from './authorizer.ts'
import type { KindComparison } from './comparison.ts'

const defaults = kindOf('function').defaults as Readonly<Record<string, Json>>

export const functionComparison: KindComparison<Function_> = {
  actsAlone: true,
  compare({ from, to, emit }) {
    const fields = ['code', 'handler', 'timeoutMs', 'memoryMb', 'environment'] as const
    const changed = fields.filter((field) => !sameJson(from[field], to[field]))
    for (const field of changed)
      emit('function-changed', [field], {
        name: to.name,
        field,
        hasNewCode: changed.includes('code'),
        from: from[field] ?? defaults[field],
        to: to[field] ?? defaults[field],
      })
    if (from.name !== to.name)
      emit('name-changed', ['name'], { kind: 'function', from: from.name, to: to.name })
  },
  *affects(definition, fn) {
    const integrations = new Set<string>()
    for (const integration of recordsOf(definition, 'integration'))
      if (calls(integration, fn)) integrations.add(integration.id)
    for (const { id, integration } of servedRecords(definition))
      if (integration !== undefined && integrations.has(integration)) yield id
    for (const authorizer of recordsOf(definition, 'authorizer')) {
      const uri = authorizer.settings?.['authorizerUri']
      if (typeof uri === 'string' && isNamedIn(uri, fn))
        yield* authorizerComparison.affects(definition, authorizer)
    }
  },
  subject: (_, fn) => `function ${fn.name}`,
}

/** Whether an integration calls a function: by its record, or by the name in a Lambda ARN. */
export function calls(integration: Integration, fn: Function_): boolean {
  if (integration.function !== undefined) return integration.function === fn.id
  return isNamedIn(integration.uri ?? '', fn)
}

function isNamedIn(uri: string, fn: Function_): boolean {
  return new RegExp(`:function:${fn.name.replace(/[^\w]/g, '\\$&')}(?:[:/]|$)`).test(uri)
}
