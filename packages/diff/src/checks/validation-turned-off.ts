import { defineCheck } from './check.ts'

export const validationTurnedOff = defineCheck({
  id: 'validation-turned-off',
  on: 'validator-changed',
  level: 'safe',
  area: 'behaviour',
  finds: 'A validator does not look at a part of requests any more.',
  applies: ({ isOn }) => !isOn,
  message: ({ name, part }) => `The validator ${name} does not look at ${part} any more.`,
  title: ({ name }) => `Change validator ${name}`,
})
