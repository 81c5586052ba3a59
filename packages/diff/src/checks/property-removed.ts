import { defineCheck } from './check.ts'
import { heading, place, upperFirst } from './words.ts'

export const propertyRemoved = defineCheck({
  id: 'property-removed',
  on: 'schema-property-removed',
  judge(delta) {
    const title = `Remove ${heading(delta)}`
    if (delta.direction === 'response')
      return {
        verdict: 'breaking',
        message: `${upperFirst(place(delta))} is gone: clients may read it.`,
        title,
      }
    return delta.closed
      ? {
          verdict: 'breaking',
          message: `${upperFirst(place(delta))} is gone, and what is not described is refused.`,
          title,
        }
      : {
          verdict: 'risky',
          message: `${upperFirst(place(delta))} is gone: what callers send may be ignored.`,
          title,
        }
  },
})
