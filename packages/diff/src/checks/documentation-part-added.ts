import { defineCheck } from './check.ts'
import { kindWords, onlyDocuments } from './kind-words.ts'

export const documentationPartAdded = defineCheck({
  id: 'documentation-part-added',
  on: 'record-added',
  level: 'documentation',
  area: 'documentation',
  finds: 'A part is new that only documents.',
  applies: ({ kind }) => onlyDocuments(kind),
  message: ({ kind, label }) => `The ${kindWords[kind]} ${label} is new.`,
  title: ({ kind, label }) => `Add ${kindWords[kind]} ${label}`,
})
