import { defineCheck } from './check.ts'

export const requestBodyRequired = defineCheck({
  id: 'request-body-required',
  on: 'request-body-required',
  judge: ({ required, subject }) =>
    required
      ? {
          verdict: 'breaking',
          message: 'The request body is required now.',
          title: `Require the request body in ${subject}`,
        }
      : {
          verdict: 'safe',
          message: 'The request body is optional now.',
          title: `Make the request body optional in ${subject}`,
        },
})
