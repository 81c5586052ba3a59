import { defineCheck } from './check.ts'

export const requiredResponseHeaderRemoved = defineCheck({
  id: 'required-response-header-removed',
  on: 'response-header-removed',
  level: 'breaking',
  area: 'header',
  direction: 'response',
  finds: 'A header that was always there is gone from a response.',
  applies: ({ required }) => required,
  message: ({ status, header }) =>
    `The ${status} response has no header ${header} any more, which was always there.`,
  title: ({ status, header, subject }) => `Remove header ${header} from response ${status} of ${subject}`,
})
