import { unusedRule } from '../facts/unused.ts'

export const unusedValidator = unusedRule({
  id: 'unused-validator',
  kind: 'validator',
  noun: 'validator',
  why: 'No method names it, and it is not the default of the API, so it checks nothing.',
})
