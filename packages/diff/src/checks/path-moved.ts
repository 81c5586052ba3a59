import { defineLastCheck } from './check.ts'

export const pathMoved = defineLastCheck({
  id: 'path-moved',
  on: 'path-changed',
  level: 'breaking',
  area: 'operation',
  finds: 'A path is another one.',
  message: ({ from, to }) => `${from} is now ${to}: calls to the old path fail.`,
  title: ({ from, to }) => `Move ${from} to ${to}`,
})
