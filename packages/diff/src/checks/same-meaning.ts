import { defineCheck } from './check.ts'

export const sameMeaning = defineCheck({
  id: 'same-meaning',
  on: 'same-meaning',
  judge: ({ subject }) => ({
    verdict: 'safe',
    message: 'It is written in another way and means the same to callers.',
    title: `Rewrite ${subject}`,
  }),
})
