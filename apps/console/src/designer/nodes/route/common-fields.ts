import { type CommonField, flagMember, textMember } from '../common-field.ts'
import { answerField } from '../other/answer-field.ts'

export const routeFields: readonly CommonField<'route'>[] = [
  answerField(({ name, fromExamples }) => Boolean(name) && !fromExamples),
  {
    ...flagMember<'route'>('routeResponse', 'Answers go back to the client'),
    isOf: ({ routeKey }) => routeKey !== '$connect' && routeKey !== '$disconnect',
  },
  textMember('description', 'Description', { rows: 4 }),
]
