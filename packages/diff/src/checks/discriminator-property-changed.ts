import { defineCheck } from './check.ts'
import { place, heading } from './words.ts'

export const discriminatorPropertyChanged = defineCheck({
  id: 'discriminator-property-changed',
  on: 'schema-discriminator',
  level: 'breaking',
  area: 'schema',
  finds: 'Another property tells the alternatives apart.',
  applies: ({ from, to }) => from !== undefined && to !== undefined && from !== to,
  message: (delta) =>
    `"${delta.to}" tells the alternatives of ${place(delta)} apart, it was "${delta.from}".`,
  title: (delta) => `Change the discriminator of ${heading(delta)}`,
})
