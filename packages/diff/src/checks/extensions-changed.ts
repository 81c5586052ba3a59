import { defineCheck } from './check.ts'
import { list } from './words.ts'

export const extensionsChanged = defineCheck({
  id: 'extensions-changed',
  on: 'extensions-changed',
  judge: ({ fields, subject }) => ({
    verdict: 'documentation',
    message: `Kept for export, not run: ${list(fields)}.`,
    title: `Edit ${list(fields, 2)} of ${subject}`,
  }),
})
