import { defineCheck } from './check.ts'

export const validatorChanged = defineCheck({
  id: 'validator-changed',
  on: 'validator-changed',
  judge: ({ name }) => ({
    verdict: 'risky',
    message: `The validator ${name} looks at other parts of requests: some that passed may be refused.`,
    title: `Change validator ${name}`,
  }),
})
