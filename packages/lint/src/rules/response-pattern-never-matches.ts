import { selectionsOf, selectsByStatus, selectsResponses, statusesOf } from '../facts/selection.ts'
import { defineRule } from '../rule.ts'

export const responsePatternNeverMatches = defineRule({
  id: 'response-pattern-never-matches',
  severity: 'warning',
  title: 'A response that is never chosen',
  why: 'A selection pattern is a regular expression for the whole status, or for the whole error message of a function. This one can not be read, or no status matches it.',
  mend: 'Write a pattern such as `404`, `4\\d\\d` or `.*not found.*`.',
  on: ['integration'],
  *check(integration) {
    if (!selectsResponses(integration)) return
    for (const { pattern, regex } of selectionsOf(integration)) {
      const path = ['responses', pattern]
      if (!regex) yield { path, message: `"${pattern}" is not a regular expression; it matches nothing.` }
      else if (selectsByStatus(integration) && statusesOf(regex).length === 0)
        yield { path, message: `No status matches "${pattern}".`, suggest: suggestionFor(pattern) }
    }
  },
})

function suggestionFor(pattern: string): string {
  return /^[1-5]xx$/i.test(pattern)
    ? `Write ${pattern.charAt(0)}\\d\\d.`
    : 'Patterns of this integration are held against the status: 404, or 4\\d\\d.'
}
