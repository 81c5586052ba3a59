import { selectionsOf, selectsByStatus, selectsResponses, statusesOf } from '../facts/selection.ts'
import { defineRule } from '../rule.ts'

export const responsePatternsOverlap = defineRule({
  id: 'response-patterns-overlap',
  severity: 'warning',
  title: 'Two responses for the same status',
  why: 'Of several patterns that match, the first one wins, and Amazon does not say which is first.',
  mend: 'Let only one of them match.',
  on: ['integration'],
  *check(integration) {
    if (!selectsResponses(integration) || !selectsByStatus(integration)) return
    const taken = new Map<string, string>()
    for (const { pattern, regex } of selectionsOf(integration)) {
      let overlap: string | undefined
      for (const status of regex ? statusesOf(regex) : []) {
        if (taken.has(status)) overlap ??= status
        else taken.set(status, pattern)
      }
      if (overlap === undefined) continue
      const message = `"${pattern}" and "${taken.get(overlap)}" both match ${overlap}; the latter is taken.`
      yield { path: ['responses', pattern], message }
    }
  },
})
