import type { ApiRecord, Definition } from '@penstock/model'
import { changeRecord, withValue } from '../change.ts'
import { isDeclared, parameterAt, parameterKey, textOf } from '../facts/parameters.ts'
import { defineRule } from '../rule.ts'

export const parameterDeclaredTwice = defineRule({
  id: 'parameter-declared-twice',
  severity: 'warning',
  title: 'A parameter is declared twice',
  why: 'Names are unique within a place (path, query, header, cookie). Of two, tools take the one or the other.',
  mend: 'Keep one of them.',
  fix: {
    title: 'Keep the first',
    apply: (definition, { location }) =>
      changeRecord(definition, location.record, (record) =>
        isRepeated(definition, record, location.path?.at(-1))
          ? withValue(record, location.path ?? [], undefined)
          : record,
      ),
  },
  on: ['method', 'resource'],
  *check({ parameters }, scope) {
    if (!parameters || parameters.length < 2) return
    const seen = new Set<string>()
    for (const [index, given] of parameters.entries()) {
      const parameter = scope.follow(given)
      if (!parameter) continue
      const key = parameterKey(parameter)
      if (seen.has(key)) {
        const message = `The ${textOf(parameter['in'])} parameter "${textOf(parameter['name'])}" is declared twice.`
        yield { path: ['parameters', index], message }
      }
      seen.add(key)
    }
  },
})

/** Whether the parameter at a place of a record stands before it already. */
function isRepeated(definition: Definition, record: ApiRecord, at: unknown): boolean {
  if ((record.kind !== 'method' && record.kind !== 'resource') || typeof at !== 'number') return false
  const parameter = parameterAt(definition, record.parameters, at)
  return parameter !== undefined && isDeclared(definition, record.parameters, parameterKey(parameter), at)
}
