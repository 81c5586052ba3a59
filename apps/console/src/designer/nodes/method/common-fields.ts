import { find, recordsOf } from '@penstock/model'
import { askFor } from '../authorizer/ask-for.ts'
import { authorizerNode } from '../authorizer/definition.ts'
import { type CommonField, flagMember, textMember } from '../common-field.ts'
import { answerField } from '../other/answer-field.ts'
import { validatorNode } from '../validator/definition.ts'
import { chosenAuthorizer } from './chosen-authorizer.ts'

const none = { value: '', label: 'None' }

export const methodFields: readonly CommonField<'method'>[] = [
  answerField(({ name }) => Boolean(name)),
  {
    label: 'Authorizer',
    control: 'choice',
    options: (definition) => [
      none,
      ...[...recordsOf(definition, 'authorizer')].map((each) => ({
        value: each.id,
        label: each.name,
        description: authorizerNode.detail(each, definition),
      })),
    ],
    // What a list of authorizers can't say is none of them.
    value: (method, definition) => chosenAuthorizer(definition, method) ?? '?',
    write: (transaction, method, choice) => {
      const definition = transaction.all()
      const [api] = recordsOf(definition, 'api')
      transaction.put(askFor(method, find(definition, 'authorizer', choice) ?? null, api))
    },
  },
  flagMember('apiKeyRequired', 'Callers need an API key'),
  textMember('validator', 'Validator', {
    control: 'choice',
    options: (definition) => [
      none,
      ...[...recordsOf(definition, 'validator')].map((each) => ({
        value: each.id,
        label: each.name,
        description: validatorNode.detail(each, definition),
      })),
    ],
  }),
  textMember('summary', 'Summary'),
  textMember('description', 'Description', { rows: 4 }),
  flagMember('deprecated', 'Deprecated'),
]
