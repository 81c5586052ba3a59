import { defineCheck } from './check.ts'

export const validatorSwitched = defineCheck({
  id: 'validator-switched',
  on: 'validator-switched',
  judge: ({ from, to, subject }) =>
    to === undefined
      ? {
          verdict: 'safe',
          message: `Requests are not held against ${from} any more.`,
          title: `Stop validating ${subject}`,
        }
      : {
          verdict: 'risky',
          message: `Requests are held against ${to} now: some that passed may be refused.`,
          title: `Validate ${subject} with ${to}`,
        },
})
