import { defineCheck } from './check.ts'

export const securityChanged = defineCheck({
  id: 'security-changed',
  on: 'security-changed',
  judge({ from, to, effect, opened, subject }) {
    const message = `Callers need ${to}; it was ${from}.`
    if (effect !== 'widened')
      return { verdict: 'breaking', message, title: `Ask for more security in ${subject}` }
    return opened
      ? {
          verdict: 'risky',
          message: `${message} Anybody may call now.`,
          title: `Open ${subject} to everybody`,
        }
      : { verdict: 'safe', message, title: `Ask for less security in ${subject}` }
  },
})
