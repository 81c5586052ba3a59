import { defineCheck } from './check.ts'
import { place, heading } from './words.ts'

export const discriminatorRemoved = defineCheck({
  id: 'discriminator-removed',
  on: 'schema-discriminator',
  level: 'risky',
  area: 'schema',
  finds: 'No property tells the alternatives apart any more.',
  applies: ({ to }) => to === undefined,
  message: (delta) => `"${delta.from}" does not tell the alternatives of ${place(delta)} apart any more.`,
  title: (delta) => `Change the discriminator of ${heading(delta)}`,
})
