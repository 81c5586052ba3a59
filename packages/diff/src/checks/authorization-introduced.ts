import { defineCheck } from './check.ts'

export const authorizationIntroduced = defineCheck({
  id: 'authorization-introduced',
  on: 'authorization-changed',
  level: 'breaking',
  area: 'security',
  finds: 'Callers are asked who they are.',
  applies: ({ from }) => from === 'NONE',
  message: ({ to }) => `Authorization is ${to}, it was NONE: callers must prove who they are.`,
  title: ({ from, to, subject }) => `Change authorization of ${subject} from ${from} to ${to}`,
})
