import { defineLastCheck } from './check.ts'

export const sameMeaning = defineLastCheck({
  id: 'same-meaning',
  on: 'same-meaning',
  level: 'safe',
  area: 'api',
  finds: 'The same is written in another way.',
  message: () => 'It is written in another way and means the same to callers.',
  title: ({ subject }) => `Rewrite ${subject}`,
})
