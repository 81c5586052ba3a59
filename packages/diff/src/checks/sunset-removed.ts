import { defineCheck } from './check.ts'

export const sunsetRemoved = defineCheck({
  id: 'sunset-removed',
  on: 'sunset-changed',
  level: 'documentation',
  area: 'documentation',
  finds: 'It is not said any more when an operation ends.',
  applies: ({ to }) => to === undefined,
  message: ({ from }) => `It is not said any more when it ends; it was to be on ${from}.`,
  title: ({ subject }) => `Remove the sunset of ${subject}`,
})
