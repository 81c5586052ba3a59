import { defineLastCheck } from './check.ts'
import { change } from './words.ts'

export const securitySchemeReplaced = defineLastCheck({
  id: 'security-scheme-replaced',
  on: 'security-scheme-changed',
  level: 'breaking',
  area: 'security',
  finds: 'A credential is of another kind, or is sent elsewhere.',
  message: (delta) =>
    `The ${delta.field} of the security scheme ${delta.name} is ${change(delta)}: callers send their credentials in another way.`,
  title: ({ name }) => `Change security scheme ${name}`,
})
