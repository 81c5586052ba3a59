import { defineCheck } from './check.ts'
import { heading, place, show, upperFirst, verdictOf } from './words.ts'

export const constraintChanged = defineCheck({
  id: 'constraint-changed',
  on: 'schema-constraint',
  judge(delta) {
    const { keyword, from, to, effect, direction } = delta
    // Two patterns or formats can't be compared: whether one lets through what the other does, the document does not say.
    const verdict = effect === 'changed' ? 'risky' : verdictOf(direction, effect, 'risky')
    const values = from === undefined && to === undefined ? '' : `: ${show(to)}, it was ${show(from)}`
    return {
      verdict,
      message: `${upperFirst(place(delta))} has ${effect === 'narrowed' ? 'a stricter' : effect === 'widened' ? 'a looser' : 'another'} ${keyword}${values}.`,
      title: `Change ${keyword} of ${heading(delta)}`,
    }
  },
})
