import { defineCheck } from './check.ts'

export const sunsetBroughtForward = defineCheck({
  id: 'sunset-brought-forward',
  on: 'sunset-changed',
  level: 'risky',
  area: 'operation',
  finds: 'An operation ends earlier than was announced.',
  applies: ({ from, to }) => from !== undefined && to !== undefined && to < from,
  message: ({ from, to }) =>
    `It is to end on ${to}, earlier than was announced (${from}): clients have less time to move.`,
  title: ({ subject }) => `Bring the sunset of ${subject} forward`,
})
