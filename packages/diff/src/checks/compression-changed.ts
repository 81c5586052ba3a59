import { defineCheck } from './check.ts'
import { change } from './words.ts'

export const compressionChanged = defineCheck({
  id: 'compression-changed',
  on: 'api-changed',
  level: 'safe',
  area: 'behaviour',
  direction: 'response',
  finds: 'Answers are compressed from another size on.',
  applies: ({ field }) => field === 'minimumCompressionSize',
  message: (delta) => `The compression is ${change(delta)}. Clients say what they accept.`,
  title: () => 'Change the compression of the API',
})
