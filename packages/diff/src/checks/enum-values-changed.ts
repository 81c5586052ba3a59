import { defineCheck } from './check.ts'
import { heading, list, place, show, upperFirst, verdictOf } from './words.ts'

export const enumValuesChanged = defineCheck({
  id: 'enum-values-changed',
  on: 'schema-enum',
  judge(delta) {
    const { direction, list: kind, added, removed } = delta
    const effect =
      kind === 'introduced' || (kind === 'kept' && added.length === 0)
        ? 'narrowed'
        : kind === 'dropped' || removed.length === 0
          ? 'widened'
          : 'changed'
    const parts = [
      kind === 'introduced'
        ? 'only some values are allowed now'
        : kind === 'dropped'
          ? 'any value is allowed now'
          : '',
      kind === 'kept' && added.length ? `${list(added.map(show))} can be there now` : '',
      kind === 'kept' && removed.length ? `${list(removed.map(show))} can not any more` : '',
    ]
    return {
      verdict: verdictOf(direction, effect, 'risky'),
      message: `${upperFirst(place(delta))}: ${parts.filter(Boolean).join('; ')}.`,
      title: `Change the allowed values of ${heading(delta)}`,
    }
  },
})
