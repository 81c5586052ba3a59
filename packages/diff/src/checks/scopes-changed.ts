import { defineCheck } from './check.ts'
import { list } from './words.ts'

/** A caller whose token lacks a new scope may be refused; where one is gone, others than before may be let in. */
export const scopesChanged = defineCheck({
  id: 'scopes-changed',
  on: 'scopes-changed',
  judge: ({ added, removed, subject }) => ({
    verdict: added.length > 0 ? 'breaking' : 'risky',
    message: [
      added.length ? `Scopes asked for now: ${list(added)}.` : '',
      removed.length ? `No more asked for: ${list(removed)}.` : '',
    ]
      .filter(Boolean)
      .join(' '),
    title: added.length ? `Ask for scope ${list(added)} in ${subject}` : `Change the scopes of ${subject}`,
  }),
})
