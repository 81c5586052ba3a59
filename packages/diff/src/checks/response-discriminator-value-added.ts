import { defineCheck } from './check.ts'
import { place, heading, show, list } from './words.ts'

export const responseDiscriminatorValueAdded = defineCheck({
  id: 'response-discriminator-value-added',
  on: 'schema-discriminator',
  level: 'breaking',
  area: 'schema',
  direction: 'response',
  finds: 'A value that clients do not know names an alternative.',
  applies: ({ direction, added }) => direction === 'response' && added.length > 0,
  message: (delta) => `${list(delta.added.map(show))} may come in "${delta.to}" of ${place(delta)} now.`,
  title: (delta) => `Change the discriminator of ${heading(delta)}`,
})
