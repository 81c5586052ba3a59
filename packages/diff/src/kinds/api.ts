import { type Api, type Json, kindOf, servedRecords } from '@penstock/model'
import { sameJson } from '../json.ts'
import { compareSecurity } from '../operation/compare-security.ts'
import { changedFields, type KindComparison, type RecordSides } from './comparison.ts'

const { defaults } = kindOf('api')

export const apiComparison: KindComparison<Api> = {
  compare(sides) {
    const { from, to, emit, ...definitions } = sides
    for (const field of changedFields(from, to))
      if (field === 'security')
        compareSecurity({ ...definitions, emit }, from.security, to.security, ['security'])
      else if (field === 'cors') compareCors(sides)
      else {
        const valueOf = (api: Api) =>
          ((api as Record<string, unknown>)[field] ?? defaults[field]) as Json | undefined
        emit('api-changed', [field], { field, from: valueOf(from), to: valueOf(to) })
      }
  },
  *affects(definition) {
    for (const { id } of servedRecords(definition)) yield id
  },
  subject: (_, api) => `API ${api.name}`,
}

function compareCors({ from, to, emit }: RecordSides<Api>) {
  if (!from.cors || !to.cors) {
    const sides = { from: from.cors, to: to.cors, added: [], removed: [] }
    return emit('cors-changed', ['cors'], { aspect: 'all', ...sides })
  }
  const fields = [
    'allowOrigins',
    'allowMethods',
    'allowHeaders',
    'exposeHeaders',
    'allowCredentials',
    'maxAgeSeconds',
  ] as const
  for (const aspect of fields) {
    const [a, b] = [from.cors[aspect], to.cors[aspect]]
    if (sameJson(sorted(a), sorted(b))) continue
    const [had, has] = [Array.isArray(a) ? a : [], Array.isArray(b) ? b : []]
    emit('cors-changed', ['cors', aspect], {
      aspect,
      from: a,
      to: b,
      added: has.filter((value) => !had.includes(value)),
      // What is allowed to all need not be listed.
      removed: has.includes('*') ? [] : had.filter((value) => !has.includes(value)),
    })
  }
}

function sorted<T>(value: T): unknown {
  return Array.isArray(value) ? value.toSorted((a: string, b: string) => a.localeCompare(b, 'en')) : value
}
