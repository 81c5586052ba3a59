import { defineLastCheck } from './check.ts'

export const authorizationTypeChanged = defineLastCheck({
  id: 'authorization-type-changed',
  on: 'authorization-changed',
  level: 'breaking',
  area: 'security',
  finds: 'Callers prove who they are in another way.',
  message: ({ from, to }) =>
    `Authorization is ${to}, it was ${from}: callers must prove who they are in another way.`,
  title: ({ from, to, subject }) => `Change authorization of ${subject} from ${from} to ${to}`,
})
