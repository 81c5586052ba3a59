import { defineCheck } from './check.ts'
import { list } from './words.ts'

export const documentationChanged = defineCheck({
  id: 'documentation-changed',
  on: 'documentation-changed',
  judge: ({ fields, subject }) => ({
    verdict: 'documentation',
    message: `Documentation: ${list(fields)} changed.`,
    title: `Edit the ${fields.length === 1 ? fields[0] : 'documentation'} of ${subject}`,
  }),
})
