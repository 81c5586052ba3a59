import { recordsOf } from '@penstock/model'
import { answerWith } from '../../edits/stand-in.ts'
import { type CommonField, flagMember, textMember } from '../common-field.ts'
import { integrationTitle, integrationType } from '../integration/definition.ts'

export const routeFields: readonly CommonField<'route'>[] = [
  {
    label: 'Integration',
    control: 'choice',
    options: (definition) =>
      [...recordsOf(definition, 'integration')]
        .filter(({ name, fromExamples }) => name && !fromExamples)
        .map((each) => ({
          value: each.id,
          label: integrationTitle(each),
          description: integrationType(each),
        })),
    value: ({ integration }) => integration ?? '',
    write: (transaction, { id }, integration) => answerWith(transaction, id, integration),
  },
  {
    ...flagMember<'route'>('routeResponse', 'Answers go back to the client'),
    isOf: ({ routeKey }) => routeKey !== '$connect' && routeKey !== '$disconnect',
  },
  textMember('description', 'Description', { rows: 4 }),
]
