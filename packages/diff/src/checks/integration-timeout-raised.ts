import { defineCheck } from './check.ts'
import { titleIntegration } from './service-words.ts'
import { show } from './words.ts'

export const integrationTimeoutRaised = defineCheck({
  id: 'integration-timeout-raised',
  on: 'integration-changed',
  level: 'safe',
  area: 'limit',
  finds: 'The backend has more time to answer.',
  applies: ({ field }) => field === 'timeoutMs',
  message: ({ from, to }) =>
    `The backend has ${to === undefined ? 'the usual time' : `${show(to)} ms`} to answer, it was ${show(from)} ms.`,
  title: titleIntegration,
})
