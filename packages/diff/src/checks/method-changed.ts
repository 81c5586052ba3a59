import { defineCheck } from './check.ts'

export const methodChanged = defineCheck({
  id: 'method-changed',
  on: 'method-changed',
  judge: ({ from, to, path, subject }) => ({
    verdict: to === 'ANY' ? 'safe' : 'breaking',
    message:
      to === 'ANY'
        ? `Every method is answered now, not only ${from}.`
        : `${from} is now ${to}: calls with ${from} fail.`,
    title: `Change ${from} ${path} to ${subject}`,
  }),
})
