import { find, recordsOf, type Validator } from '@penstock/model'
import { ListChecks } from 'lucide-react'
import { addValidator } from '../../nodes/validator/add-validator.ts'
import { validatorNode } from '../../nodes/validator/definition.ts'
import type { MethodPlace, MethodStep } from '../flow-step.ts'

/** What of a request is held against its parameters and models before it goes on. */
export const validationStep: MethodStep = {
  id: 'validation',
  noun: 'Validation',
  description: 'Checks requests before they go on',
  glyph: ListChecks,
  way: 'request',
  isUsed: (place) => validatorOf(place) !== undefined,
  detail: (place) => {
    const validator = validatorOf(place)
    return validator ? `${validator.name} · ${validatorNode.detail(validator, place.definition)}` : ''
  },
  links: (place) => {
    const validator = validatorOf(place)
    return validator ? [validator.id] : []
  },
  choices: ({ definition, method }) => [
    ...[...recordsOf(definition, 'validator')].map(
      (validator) =>
        ({
          id: validator.id,
          label: validator.name,
          detail: validatorNode.detail(validator, definition),
          insert: (transaction) => transaction.put({ ...method, validator: validator.id }),
        }) satisfies ReturnType<MethodStep['choices']>[number],
    ),
    {
      id: 'new-validator',
      label: 'New validator',
      detail: 'Checks body and parameters',
      insert: (transaction) => transaction.put({ ...method, validator: addValidator(transaction) }),
    },
  ],
  keptBecause: ({ method, api }) =>
    method.validator === undefined && api?.validator !== undefined
      ? 'The API checks the requests of all its methods. Choose another validator for this one.'
      : null,
  remove: (transaction, { method }) => {
    const { validator: _, ...rest } = method
    transaction.put(rest)
  },
  editedIn: ({ method }) => ({ record: method.id, section: 'Access' }),
  connects: {
    kind: 'validator',
    apply: (transaction, { method }, target) => transaction.put({ ...method, validator: target.id }),
  },
}

function validatorOf({ definition, method, api }: MethodPlace): Validator | undefined {
  return find(definition, 'validator', method.validator ?? api?.validator)
}
