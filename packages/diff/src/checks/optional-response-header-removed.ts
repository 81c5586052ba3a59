import { defineLastCheck } from './check.ts'

export const optionalResponseHeaderRemoved = defineLastCheck({
  id: 'optional-response-header-removed',
  on: 'response-header-removed',
  level: 'breaking',
  area: 'header',
  direction: 'response',
  finds: 'A header is gone from a response. Most descriptions do not say which are always there.',
  message: ({ status, header }) => `The ${status} response has no header ${header} any more.`,
  title: ({ status, header, subject }) => `Remove header ${header} from response ${status} of ${subject}`,
})
