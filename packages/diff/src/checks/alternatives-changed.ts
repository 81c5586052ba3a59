import { defineCheck } from './check.ts'
import { place, upperFirst, verdictOf } from './words.ts'

export const alternativesChanged = defineCheck({
  id: 'alternatives-changed',
  on: 'schema-alternatives',
  judge(delta) {
    const { added, removed, direction } = delta
    const effect = added === 0 ? 'narrowed' : removed === 0 ? 'widened' : 'changed'
    return {
      verdict: verdictOf(direction, effect, 'risky'),
      message: `${upperFirst(place(delta))}: ${[added ? `${added} more alternatives` : '', removed ? `${removed} fewer` : ''].filter(Boolean).join(', ')}.`,
    }
  },
})
