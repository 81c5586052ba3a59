import { defineCheck } from './check.ts'
import { heading, place, show } from './words.ts'

export const defaultChanged = defineCheck({
  id: 'default-changed',
  on: 'schema-default',
  judge: (delta) => ({
    verdict: delta.direction === 'request' ? 'risky' : 'documentation',
    message: `The default of ${place(delta)} is ${show(delta.to)}, it was ${show(delta.from)}.`,
    title: `Change the default of ${heading(delta)}`,
  }),
})
