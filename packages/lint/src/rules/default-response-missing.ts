import { selectionsOf, selectsByStatus, selectsResponses, statusesOf } from '../facts/selection.ts'
import { defineRule } from '../rule.ts'

export const defaultResponseMissing = defineRule({
  id: 'default-response-missing',
  severity: 'warning',
  title: 'No default response',
  why: 'What no pattern matches needs the default response. Without one such a call fails with 500, whatever the service answered; a function that succeeds is always one of these.',
  mend: 'Add a response `default`.',
  on: ['integration'],
  *check(integration) {
    const { type, responses } = integration
    if (!selectsResponses(integration) || responses?.['default'] !== undefined) return
    // A mock without any is said so elsewhere, and one whose patterns are for statuses picks them itself.
    if (type === 'mock') return
    const covered = new Set(
      selectsByStatus(integration)
        ? selectionsOf(integration).flatMap(({ regex }) => (regex ? statusesOf(regex) : []))
        : [],
    )
    if (covered.size === 500) return
    const message =
      type === 'aws'
        ? 'A function that succeeds has no response to be mapped to: such calls fail with 500.'
        : 'A status that no pattern matches has no response: such calls fail with 500.'
    yield { path: ['responses'], message }
  },
})
