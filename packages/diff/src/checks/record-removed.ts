import { defineLastCheck } from './check.ts'
import { kindAndName, kindWords } from './kind-words.ts'

export const recordRemoved = defineLastCheck({
  id: 'record-removed',
  on: 'record-removed',
  level: 'safe',
  area: 'api',
  finds:
    'Something is gone that nothing points at. What is still pointed at keeps the draft from being deployed.',
  message: ({ kind, label }) => `The ${kindWords[kind]} ${label} is gone.`,
  title: ({ kind, label }) => `Remove ${kindAndName(kind, label)}`,
})
