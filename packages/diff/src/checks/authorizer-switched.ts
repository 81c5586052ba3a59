import { defineCheck } from './check.ts'

export const authorizerSwitched = defineCheck({
  id: 'authorizer-switched',
  on: 'authorizer-switched',
  judge({ from, to, subject }) {
    if (from === undefined)
      return {
        verdict: 'breaking',
        message: `The authorizer ${to} decides now who may call.`,
        title: `Guard ${subject} with ${to}`,
      }
    if (to === undefined)
      return {
        verdict: 'risky',
        message: `The authorizer ${from} is not asked any more.`,
        title: `Stop guarding ${subject} with ${from}`,
      }
    return {
      verdict: 'risky',
      message: `The authorizer ${to} decides who may call, it was ${from}.`,
      title: `Guard ${subject} with ${to}`,
    }
  },
})
