import { defineCheck } from './check.ts'
import { show } from './words.ts'

export const authorizerCacheChanged = defineCheck({
  id: 'authorizer-cache-changed',
  on: 'authorizer-changed',
  level: 'risky',
  area: 'behaviour',
  finds: 'Decisions of the authorizer are remembered for another time.',
  applies: ({ field }) => field === 'authorizerResultTtlInSeconds',
  message: (delta) =>
    `Decisions of the authorizer ${delta.name} are remembered for ${show(delta.to)} seconds, it was ${show(delta.from)}.`,
  title: ({ name }) => `Change authorizer ${name}`,
})
