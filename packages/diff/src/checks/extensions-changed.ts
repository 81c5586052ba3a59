import { defineLastCheck } from './check.ts'
import { list } from './words.ts'

export const extensionsChanged = defineLastCheck({
  id: 'extensions-changed',
  on: 'extensions-changed',
  level: 'documentation',
  area: 'documentation',
  finds: 'Extensions differ that are kept for export.',
  message: ({ fields }) => `Kept for export, not run: ${list(fields)}.`,
  title: ({ fields, subject }) => `Edit ${list(fields, 2)} of ${subject}`,
})
