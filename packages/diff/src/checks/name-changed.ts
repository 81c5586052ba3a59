import { defineCheck } from './check.ts'

export const nameChanged = defineCheck({
  id: 'name-changed',
  on: 'name-changed',
  judge: ({ kind, from, to }) => ({
    verdict: 'documentation',
    message: `The ${kind} ${from} is called ${to} now.`,
    title: `Rename ${kind} ${from} to ${to}`,
  }),
})
