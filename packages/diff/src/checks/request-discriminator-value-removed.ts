import { defineCheck } from './check.ts'
import { place, heading, show, list } from './words.ts'

export const requestDiscriminatorValueRemoved = defineCheck({
  id: 'request-discriminator-value-removed',
  on: 'schema-discriminator',
  level: 'breaking',
  area: 'schema',
  direction: 'request',
  finds: 'A value that callers send names no alternative any more, or another one.',
  applies: ({ direction, removed }) => direction === 'request' && removed.length > 0,
  message: (delta) =>
    `${list(delta.removed.map(show))} in "${delta.to}" of ${place(delta)} does not name what it did.`,
  title: (delta) => `Change the discriminator of ${heading(delta)}`,
})
