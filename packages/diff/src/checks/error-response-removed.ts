import { defineLastCheck } from './check.ts'

export const errorResponseRemoved = defineLastCheck({
  id: 'error-response-removed',
  on: 'response-removed',
  level: 'risky',
  area: 'status',
  direction: 'response',
  finds: 'A response that is no success is not described any more.',
  message: ({ status }) => `The response ${status} is gone: the document does not say what comes instead.`,
  title: ({ status, subject }) => `Remove response ${status} from ${subject}`,
})
