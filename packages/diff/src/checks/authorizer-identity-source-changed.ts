import { defineCheck } from './check.ts'
import { change } from './words.ts'

export const authorizerIdentitySourceChanged = defineCheck({
  id: 'authorizer-identity-source-changed',
  on: 'authorizer-changed',
  level: 'breaking',
  area: 'behaviour',
  finds: 'The authorizer looks for credentials elsewhere.',
  applies: ({ field }) => field === 'identitySource',
  message: (delta) =>
    `The authorizer ${delta.name} looks for credentials in ${change(delta)}: callers who send them elsewhere are refused.`,
  title: ({ name }) => `Change authorizer ${name}`,
})
