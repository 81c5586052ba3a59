import { defineCheck } from './check.ts'

export const requestBodyRemoved = defineCheck({
  id: 'request-body-removed',
  on: 'request-body-removed',
  judge: ({ subject }) => ({
    verdict: 'risky',
    message: 'The request body is gone: what callers send may be ignored or refused.',
    title: `Remove the request body from ${subject}`,
  }),
})
