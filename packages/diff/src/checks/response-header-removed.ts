import { defineCheck } from './check.ts'

export const responseHeaderRemoved = defineCheck({
  id: 'response-header-removed',
  on: 'response-header-removed',
  judge: ({ status, header, subject }) => ({
    verdict: 'breaking',
    message: `The ${status} response has no header ${header} any more.`,
    title: `Remove header ${header} from response ${status} of ${subject}`,
  }),
})
