import { defineCheck } from './check.ts'
import { isSuccess } from '../operation/is-success.ts'

export const successResponseRemoved = defineCheck({
  id: 'success-response-removed',
  on: 'response-removed',
  level: 'breaking',
  area: 'status',
  direction: 'response',
  finds: 'A success does not come any more.',
  applies: ({ status }) => isSuccess(status),
  message: ({ status }) => `The response ${status} is gone: clients wait for it.`,
  title: ({ status, subject }) => `Remove response ${status} from ${subject}`,
})
