import { defineLastCheck } from './check.ts'
import { kindAndName, kindWords } from './kind-words.ts'

export const recordAdded = defineLastCheck({
  id: 'record-added',
  on: 'record-added',
  level: 'safe',
  area: 'api',
  finds: 'Something is new that does nothing until something points at it.',
  message: ({ kind, label }) => `The ${kindWords[kind]} ${label} is new.`,
  title: ({ kind, label }) => `Add ${kindAndName(kind, label)}`,
})
