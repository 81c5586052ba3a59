import { changeRecord, valueAt, withValue } from '../change.ts'
import { parameterKey, textOf } from '../facts/parameters.ts'
import { isObject } from '../is-object.ts'
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
        isObject(valueAt(record, location.path ?? []))
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
