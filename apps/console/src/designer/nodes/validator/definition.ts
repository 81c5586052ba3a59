import { ListChecks } from 'lucide-react'
import { addValidator } from './add-validator.ts'
import { defineNode, renameByName, targetSkeleton } from '../node-definition.ts'
import { freeByName } from '../node-copies.ts'
import { validatorFields } from './common-fields.ts'
import { nameProblem } from '../other/name-problem.ts'

export const validatorNode = defineNode({
  kind: 'validator',
  noun: 'validator',
  glyph: ListChecks,
  skeleton: () => null,
  inFlow: ({ name }) => targetSkeleton(name, 1, []),
  title: (validator) => validator.name,
  detail: ({ validateRequestBody: body, validateRequestParameters: parameters }) => {
    if (body && parameters) return 'body and parameters'
    return body ? 'body' : parameters ? 'parameters' : 'checks nothing'
  },
  takes: [],
  madeBy: 'validator',
  creation: {
    isForMethods: true,
    description: 'Says what of a request is checked',
    add: addValidator,
    attach: (transaction, added, { method }) => transaction.put({ ...method, validator: added }),
    steps: ['validation'],
  },
  commonFields: validatorFields,
  copies: { free: freeByName<'validator'>('-') },
  rename: renameByName<'validator'>(nameProblem),
})
