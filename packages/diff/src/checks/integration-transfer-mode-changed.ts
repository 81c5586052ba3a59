import { defineCheck } from './check.ts'
import { titleIntegration } from './service-words.ts'

export const integrationTransferModeChanged = defineCheck({
  id: 'integration-transfer-mode-changed',
  on: 'integration-changed',
  level: 'risky',
  area: 'behaviour',
  finds: 'Answers are sent on as they are written, or are not any more.',
  applies: ({ field }) => field === 'responseTransferMode',
  message: ({ to }) =>
    to === 'STREAM'
      ? 'Answers are sent on as they are written: one that fails half way is cut, with the status it began with.'
      : 'Answers are sent once they are whole: a function that streams fails.',
  title: titleIntegration,
})
