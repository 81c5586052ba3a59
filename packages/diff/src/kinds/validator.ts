import { recordsOf, type Validator } from '@penstock/model'
import { changedFields, type KindComparison } from './comparison.ts'

export const validatorComparison: KindComparison<Validator> = {
  compare({ from, to, emit }) {
    const parts = { validateRequestBody: 'bodies', validateRequestParameters: 'parameters' } as const
    for (const field of ['validateRequestBody', 'validateRequestParameters'] as const)
      if (from[field] !== to[field])
        emit('validator-changed', [field], { name: to.name, part: parts[field], isOn: to[field] })
    if (from.name !== to.name)
      emit('name-changed', ['name'], { kind: 'validator', from: from.name, to: to.name })
    if (changedFields(from, to, ['rest']).length)
      emit('extensions-changed', ['rest'], { fields: ['extensions'] })
  },
  *affects(definition, validator) {
    let byDefault: string | undefined
    for (const api of recordsOf(definition, 'api')) byDefault ??= api.validator
    for (const method of recordsOf(definition, 'method'))
      if ((method.validator ?? byDefault) === validator.id) yield method.id
  },
  subject: (_, validator) => `validator ${validator.name}`,
}
