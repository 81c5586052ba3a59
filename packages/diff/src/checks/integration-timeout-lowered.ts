import { defineCheck } from './check.ts'
import { titleIntegration, isLower } from './service-words.ts'
import { show } from './words.ts'

export const integrationTimeoutLowered = defineCheck({
  id: 'integration-timeout-lowered',
  on: 'integration-changed',
  level: 'risky',
  area: 'limit',
  finds: 'The backend has less time to answer.',
  applies: (delta) => delta.field === 'timeoutMs' && isLower(delta),
  message: ({ from, to }) =>
    `The backend has ${show(to)} ms to answer, it was ${from === undefined ? 'the usual time' : `${show(from)} ms`}: slower answers fail.`,
  title: titleIntegration,
})
