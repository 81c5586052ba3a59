import { pathOf } from '@penstock/model'
import { changeRecord, withValue } from '../change.ts'
import { declaredParameters, parameterAt, pathParameterNames, textOf } from '../facts/parameters.ts'
import { defineRule } from '../rule.ts'

export const parameterNotInPath = defineRule({
  id: 'parameter-not-in-path',
  severity: 'warning',
  title: 'A path parameter that the path does not have',
  why: 'No request can send it, so whatever reads it finds nothing. Most often the path was renamed and the declaration was not.',
  mend: 'Take the declaration out, or name it as the path does.',
  fix: {
    title: 'Take the declaration out',
    apply: (definition, { location }) =>
      changeRecord(definition, location.record, (record) => {
        if (record.kind !== 'method') return record
        const parameter = parameterAt(definition, record.parameters, location.path?.at(-1))
        const name = parameter?.['in'] === 'path' ? textOf(parameter['name']) : undefined
        const path = pathOf(definition, record.resource)
        return name === undefined || path === undefined || pathParameterNames(path).includes(name)
          ? record
          : withValue(record, location.path ?? [], undefined)
      }),
  },
  on: ['method'],
  *check(method, scope) {
    if (!method.parameters) return
    let names: Set<string> | undefined
    for (const { parameter, index } of declaredParameters(method, scope)) {
      if (index === undefined || parameter['in'] !== 'path' || typeof parameter['name'] !== 'string') continue
      const path = scope.pathOf(method.resource)
      names ??= new Set(pathParameterNames(path))
      if (names.has(parameter['name']) || path === '?') continue
      const message = `${method.httpMethod} ${path} declares the path parameter "${parameter['name']}", which its path does not have.`
      yield { path: ['parameters', index], message }
    }
  },
})
