import { defineCheck } from './check.ts'
import { kindWords, onlyDocuments } from './kind-words.ts'

export const documentationPartRemoved = defineCheck({
  id: 'documentation-part-removed',
  on: 'record-removed',
  level: 'documentation',
  area: 'documentation',
  finds: 'A part is gone that only documents.',
  applies: ({ kind }) => kind !== 'component' && onlyDocuments(kind),
  message: ({ kind, label }) => `The ${kindWords[kind]} ${label} is gone.`,
  title: ({ kind, label }) => `Remove ${kindWords[kind]} ${label}`,
})
