import { changeRecord, valueAt, withValue } from '../change.ts'
import { textOf } from '../facts/parameters.ts'
import { defineRule } from '../rule.ts'

export const pathParameterOptional = defineRule({
  id: 'path-parameter-optional',
  severity: 'warning',
  title: 'A path parameter is not marked as required',
  why: 'A path without it is another path. OpenAPI asks for `required: true`, and generators of clients refuse what lacks it.',
  mend: 'Mark it as required.',
  fix: {
    title: 'Mark it as required',
    apply: (definition, { location }) =>
      changeRecord(definition, location.record, (record) => {
        const path = location.path ?? []
        return valueAt(record, [...path, 'in']) === 'path'
          ? withValue(record, [...path, 'required'], true)
          : record
      }),
  },
  on: ['method', 'resource'],
  *check({ parameters }) {
    for (const [index, { in: place, name, required }] of (parameters ?? []).entries()) {
      if (place !== 'path' || required === true) continue
      yield { path: ['parameters', index], message: `The path parameter "${textOf(name)}" is not required.` }
    }
  },
})
