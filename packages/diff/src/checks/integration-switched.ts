import { defineCheck } from './check.ts'
import { upperFirst } from './words.ts'

export const integrationSwitched = defineCheck({
  id: 'integration-switched',
  on: 'integration-switched',
  judge({ from, to, count, subject }) {
    if (to === undefined)
      return {
        verdict: 'breaking',
        message: `${upperFirst(subject)} has no integration any more: calls fail.`,
        title: `Disconnect ${subject}`,
      }
    if (from === undefined)
      return {
        verdict: 'safe',
        message: `${upperFirst(subject)} is answered by ${to} now.`,
        title: `Point ${subject} at ${to}`,
      }
    const who = count === 1 ? 'The method is' : `${count} methods are`
    return {
      verdict: 'risky',
      message: `${who} answered by ${to}, it was ${from}.`,
      title: `Point ${subject} at ${to}`,
    }
  },
})
