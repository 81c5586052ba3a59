import { defineCheck } from './check.ts'
import { isSuccess } from '../operation/is-success.ts'

export const successResponseAdded = defineCheck({
  id: 'success-response-added',
  on: 'response-added',
  level: 'safe',
  area: 'status',
  direction: 'response',
  finds: 'A success is described that was not before.',
  applies: ({ status }) => isSuccess(status),
  message: ({ status }) => `The response ${status} is described now.`,
  title: ({ status, subject }) => `Add response ${status} to ${subject}`,
})
