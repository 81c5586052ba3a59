import { defineCheck } from './check.ts'

export const bodyValidationTurnedOn = defineCheck({
  id: 'body-validation-turned-on',
  on: 'validator-changed',
  level: 'risky',
  area: 'behaviour',
  direction: 'request',
  finds: 'A validator looks at request bodies.',
  applies: ({ part }) => part === 'bodies',
  message: ({ name }) =>
    `The validator ${name} looks at request bodies now: some that passed may be refused.`,
  title: ({ name }) => `Change validator ${name}`,
})
