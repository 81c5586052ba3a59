import { defineLastCheck } from './check.ts'
import { place, heading, show, list } from './words.ts'

export const discriminatorValuesChanged = defineLastCheck({
  id: 'discriminator-values-changed',
  on: 'schema-discriminator',
  level: 'safe',
  area: 'schema',
  finds: 'Callers may send one more value that names an alternative, or clients get one less.',
  message: (delta) =>
    `The values of "${delta.to}" that name alternatives of ${place(delta)} differ in ${list([...delta.added, ...delta.removed].map(show))}.`,
  title: (delta) => `Change the discriminator of ${heading(delta)}`,
})
