import { defineCheck } from './check.ts'

export const authorizerIssuerChanged = defineCheck({
  id: 'authorizer-issuer-changed',
  on: 'authorizer-changed',
  level: 'breaking',
  area: 'behaviour',
  finds: 'The authorizer believes tokens of another issuer, or for another audience.',
  applies: ({ field }) => field === 'jwtConfiguration' || field === 'providerARNs',
  message: ({ name }) =>
    `The authorizer ${name} believes another issuer or audience: tokens that were good may be refused.`,
  title: ({ name }) => `Change authorizer ${name}`,
})
