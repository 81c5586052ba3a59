import { defineCheck } from './check.ts'
import { upperFirst } from './words.ts'

export const requestMediaTypeAdded = defineCheck({
  id: 'request-media-type-added',
  on: 'media-type-added',
  level: 'safe',
  area: 'media type',
  direction: 'request',
  finds: 'A request body may be of one more media type.',
  applies: ({ direction }) => direction === 'request',
  message: ({ where, mediaType }) => `${upperFirst(where)} can be ${mediaType} now.`,
  title: ({ where, mediaType, subject }) => `Add ${mediaType} to ${where} of ${subject}`,
})
