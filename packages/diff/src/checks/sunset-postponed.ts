import { defineLastCheck } from './check.ts'

export const sunsetPostponed = defineLastCheck({
  id: 'sunset-postponed',
  on: 'sunset-changed',
  level: 'documentation',
  area: 'documentation',
  finds: 'An operation ends later than was announced.',
  message: ({ from, to }) => `It is to end on ${to}, later than was announced (${from}).`,
  title: ({ subject }) => `Postpone the sunset of ${subject}`,
})
