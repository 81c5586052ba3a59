import { defineCheck } from './check.ts'
import { list } from './words.ts'

export const integrationChanged = defineCheck({
  id: 'integration-changed',
  on: 'integration-changed',
  judge({ fields, target, users, name }) {
    if (users === '')
      return {
        verdict: 'safe',
        message: `No method uses the integration ${name}.`,
        title: `Change integration ${name}`,
      }
    return target === undefined
      ? {
          verdict: 'risky',
          message: `The integration differs in ${list(fields)}.`,
          title: `Change the integration of ${users}`,
        }
      : { verdict: 'risky', message: `Requests go to ${target} now.`, title: `Point ${users} at ${target}` }
  },
})
