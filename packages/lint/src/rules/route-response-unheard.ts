import { changeRecord } from '../change.ts'
import { defineRule } from '../rule.ts'

export const routeResponseUnheard = defineRule({
  id: 'route-response-unheard',
  severity: 'info',
  title: 'An answer that nobody hears',
  why: 'When $disconnect runs, its connection is closed: what the integration answers goes nowhere.',
  mend: 'Do not answer in $disconnect.',
  fix: {
    title: 'Answer no more',
    apply: (definition, { location }) =>
      changeRecord(definition, location.record, (record) => {
        if (record.kind !== 'route') return undefined
        const { routeResponse: _, ...route } = record
        return route
      }),
  },
  on: ['route'],
  *check({ routeKey, routeResponse }) {
    if (routeKey !== '$disconnect' || !routeResponse) return
    yield {
      path: ['routeResponse'],
      message: 'The answer of $disconnect goes to a connection that is closed.',
    }
  },
})
