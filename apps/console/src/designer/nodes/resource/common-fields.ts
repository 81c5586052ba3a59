import { type CommonField, textMember } from '../common-field.ts'

export const resourceFields: readonly CommonField<'resource'>[] = [
  textMember('summary', 'Summary'),
  textMember('description', 'Description', { rows: 3 }),
]
