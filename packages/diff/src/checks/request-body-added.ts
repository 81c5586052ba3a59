import { defineCheck } from './check.ts'

export const requestBodyAdded = defineCheck({
  id: 'request-body-added',
  on: 'request-body-added',
  judge: ({ required, subject }) =>
    required
      ? {
          verdict: 'breaking',
          message: 'A request body is required now.',
          title: `Require a request body in ${subject}`,
        }
      : {
          verdict: 'safe',
          message: 'A request body may be sent now.',
          title: `Accept a request body in ${subject}`,
        },
})
