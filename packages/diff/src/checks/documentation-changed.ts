import { defineLastCheck } from './check.ts'
import { list, nameField } from './words.ts'

export const documentationChanged = defineLastCheck({
  id: 'documentation-changed',
  on: 'documentation-changed',
  level: 'documentation',
  area: 'documentation',
  finds: 'Words, examples or tags differ.',
  message: ({ fields }) => `Documentation: ${list(fields.map(nameField))} changed.`,
  title: ({ fields, subject }) =>
    `Edit the ${fields.length === 1 ? nameField(fields[0]!) : 'documentation'} of ${subject}`,
})
