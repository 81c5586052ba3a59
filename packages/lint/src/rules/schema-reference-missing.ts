import { refsOf } from '@penstock/model'
import { isObject } from '../is-object.ts'
import { defineRule } from '../rule.ts'

export const schemaReferenceMissing = defineRule({
  id: 'schema-reference-missing',
  severity: 'warning',
  title: 'A reference to nothing',
  why: 'A `$ref` names a model or a shared part that is not there. Whatever reads the description stops here.',
  mend: 'Name one that there is, or add it.',
  on: ['model', 'component', 'method', 'resource'],
  *check(record, scope) {
    for (const key of refsOf(record)) {
      if (scope.isNamed(key)) continue
      const found = placeOf(record, key)
      const message = `Nothing is called ${key.replace('/', ' / ')}.`
      yield { path: found ?? [], message }
    }
  },
})

/** Where in a record a reference to this `section/name` stands. */
function placeOf(value: unknown, key: string): (string | number)[] | undefined {
  if (typeof value === 'string')
    return value.startsWith('#/') && value.endsWith(`/${lastOf(key)}`) ? [] : undefined
  const members = Array.isArray(value) ? value.entries() : isObject(value) ? Object.entries(value) : []
  for (const [name, member] of members) {
    const below = placeOf(member, key)
    if (below) return [name, ...below]
  }
  return undefined
}

function lastOf(key: string): string {
  return key
    .slice(key.indexOf('/') + 1)
    .replaceAll('~', '~0')
    .replaceAll('/', '~1')
}
