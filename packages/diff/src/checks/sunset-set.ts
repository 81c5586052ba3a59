import { defineCheck } from './check.ts'

export const sunsetSet = defineCheck({
  id: 'sunset-set',
  on: 'sunset-changed',
  level: 'documentation',
  area: 'documentation',
  finds: 'It is said when an operation ends.',
  applies: ({ from }) => from === undefined,
  message: ({ to }) => `It is to end on ${to}.`,
  title: ({ subject }) => `Set the sunset of ${subject}`,
})
