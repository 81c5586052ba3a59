import { find, type JsonObject } from '@penstock/model'
import { changeRecord } from './change.ts'
import { isDeclared, parameterKey } from './facts/parameters.ts'
import type { Fix } from './rule.ts'
import { rules } from './rules/index.ts'

/** Fixes of what others find: SPEC R11 of the model. */
const others: Readonly<Record<string, Fix>> = {
  'path-parameter-undeclared': {
    title: 'Declare it',
    apply: (definition, { location, message }) =>
      changeRecord(definition, location.record, (record) => {
        const name = /path parameter "([^"]+)"/.exec(message)?.[1]
        if (record.kind !== 'method' || name === undefined) return record
        const declared: JsonObject = { name, in: 'path', required: true, schema: { type: 'string' } }
        const shared = find(definition, 'resource', record.resource)?.parameters
        const isThere = [record.parameters, shared].some((list) =>
          isDeclared(definition, list, parameterKey(declared)),
        )
        if (isThere) return record
        return { ...record, parameters: [...(record.parameters ?? []), declared] }
      }),
  },
}

const fixes: ReadonlyMap<string, Fix> = new Map([
  ...Object.entries(others),
  ...rules.flatMap(({ id, fix }) => (fix ? [[id, fix] as const] : [])),
])

/** The one right answer to diagnostics of this code, where there is one. */
export function fixOf(code: string): Fix | undefined {
  return fixes.get(code)
}
