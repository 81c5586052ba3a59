import { defineCheck } from './check.ts'

export const responseRemoved = defineCheck({
  id: 'response-removed',
  on: 'response-removed',
  judge: ({ status, subject }) => ({
    verdict: status.startsWith('2') ? 'breaking' : 'risky',
    message: `The response ${status} is gone: ${status.startsWith('2') ? 'clients wait for it' : 'the document does not say what comes instead'}.`,
    title: `Remove response ${status} from ${subject}`,
  }),
})
