import { unusedRule } from '../facts/unused.ts'

export const unusedComponent = unusedRule({
  id: 'unused-component',
  kind: 'component',
  noun: 'shared part',
  why: 'No operation refers to this parameter, response, header or example. It stays in exports and makes people read it.',
})
