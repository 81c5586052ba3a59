import { defineCheck } from './check.ts'
import { heading, place, verdictOf } from './words.ts'

export const schemaTypeChanged = defineCheck({
  id: 'schema-type-changed',
  on: 'schema-type',
  judge: (delta) => ({
    verdict: verdictOf(delta.direction, delta.effect, 'breaking'),
    message: `The type of ${place(delta)} is ${delta.to}, it was ${delta.from}.`,
    title: `Change the type of ${heading(delta)}`,
  }),
})
