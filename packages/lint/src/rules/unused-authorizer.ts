import { unusedRule } from '../facts/unused.ts'

export const unusedAuthorizer = unusedRule({
  id: 'unused-authorizer',
  kind: 'authorizer',
  noun: 'authorizer',
  why: 'No method asks it, and no requirement of the API or of a method names it. Perhaps a method that should ask it does not.',
  isUsed: (name, { usage }) => usage.schemes.has(name),
})
