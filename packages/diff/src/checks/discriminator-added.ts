import { defineCheck } from './check.ts'
import { place, heading } from './words.ts'

export const discriminatorAdded = defineCheck({
  id: 'discriminator-added',
  on: 'schema-discriminator',
  level: 'risky',
  area: 'schema',
  finds: 'A property tells the alternatives apart, where none did.',
  applies: ({ from }) => from === undefined,
  message: (delta) => `"${delta.to}" tells the alternatives of ${place(delta)} apart now.`,
  title: (delta) => `Change the discriminator of ${heading(delta)}`,
})
