import { defineCheck } from './check.ts'
import { titleConstraint } from './schema-words.ts'
import { place } from './words.ts'

export const requestAdditionalPropertiesRefused = defineCheck({
  id: 'request-additional-properties-refused',
  on: 'schema-constraint',
  level: 'breaking',
  area: 'schema',
  direction: 'request',
  finds: 'Properties that are not described are refused.',
  applies: ({ direction }) => direction === 'request',
  message: (delta) => `Properties that ${place(delta)} does not describe are refused now.`,
  title: titleConstraint,
})
