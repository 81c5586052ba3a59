import { defineCheck } from './check.ts'

export const responseRemoved = defineCheck({
  id: 'response-removed',
  on: 'response-removed',
  judge: ({ status, subject }) => ({
    verdict: /^2/.test(status) ? 'breaking' : 'risky',
    message: `The response ${status} is gone: ${/^2/.test(status) ? 'clients wait for it' : 'the document does not say what comes instead'}.`,
    title: `Remove response ${status} from ${subject}`,
  }),
})
