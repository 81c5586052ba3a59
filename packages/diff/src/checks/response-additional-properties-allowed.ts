import { defineLastCheck } from './check.ts'
import { titleConstraint } from './schema-words.ts'
import { place } from './words.ts'

export const responseAdditionalPropertiesAllowed = defineLastCheck({
  id: 'response-additional-properties-allowed',
  on: 'schema-constraint',
  level: 'risky',
  area: 'schema',
  direction: 'response',
  finds: 'Properties may come that are not described.',
  message: (delta) => `Properties that ${place(delta)} does not describe may come now.`,
  title: titleConstraint,
})
