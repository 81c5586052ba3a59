import { defineCheck } from './check.ts'
import { isSuccess } from '../operation/is-success.ts'

export const otherSuccessResponseAdded = defineCheck({
  id: 'other-success-response-added',
  on: 'response-added',
  level: 'risky',
  area: 'status',
  direction: 'response',
  finds: 'One more status of success may come.',
  applies: ({ status, successes }) => isSuccess(status) && successes > 0,
  message: ({ status }) => `The response ${status} may come now, beside the success that clients know.`,
  title: ({ status, subject }) => `Add response ${status} to ${subject}`,
})
