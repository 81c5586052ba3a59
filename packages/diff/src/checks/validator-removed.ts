import { defineCheck } from './check.ts'

export const validatorRemoved = defineCheck({
  id: 'validator-removed',
  on: 'validator-switched',
  level: 'safe',
  area: 'behaviour',
  finds: 'Requests are not held against the description any more.',
  applies: ({ to }) => to === undefined,
  message: ({ from }) => `Requests are not held against ${from} any more.`,
  title: ({ subject }) => `Stop validating ${subject}`,
})
