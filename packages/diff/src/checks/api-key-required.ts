import { defineCheck } from './check.ts'

export const apiKeyRequired = defineCheck({
  id: 'api-key-required',
  on: 'api-key-required',
  judge: ({ required, subject }) =>
    required
      ? {
          verdict: 'breaking',
          message: 'An API key is required now: calls without one are refused.',
          title: `Require an API key in ${subject}`,
        }
      : {
          verdict: 'risky',
          message: 'No API key is required any more, and no usage plan limits callers.',
          title: `Stop requiring an API key in ${subject}`,
        },
})
