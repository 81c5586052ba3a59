import { type CommonField, numberMember, textMember } from '../common-field.ts'

export const functionFields: readonly CommonField<'function'>[] = [
  textMember('handler', 'Handler', { isMono: true }),
  numberMember('timeoutMs', 'Timeout, ms'),
  numberMember('memoryMb', 'Memory, MB'),
]
