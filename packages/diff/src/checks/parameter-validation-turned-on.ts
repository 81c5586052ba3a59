import { defineLastCheck } from './check.ts'

export const parameterValidationTurnedOn = defineLastCheck({
  id: 'parameter-validation-turned-on',
  on: 'validator-changed',
  level: 'risky',
  area: 'behaviour',
  direction: 'request',
  finds: 'A validator looks at parameters.',
  message: ({ name }) =>
    `The validator ${name} looks at parameters now: some requests that passed may be refused.`,
  title: ({ name }) => `Change validator ${name}`,
})
