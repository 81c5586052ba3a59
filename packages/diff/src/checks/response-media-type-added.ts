import { defineLastCheck } from './check.ts'
import { upperFirst } from './words.ts'

export const responseMediaTypeAdded = defineLastCheck({
  id: 'response-media-type-added',
  on: 'media-type-added',
  level: 'safe',
  area: 'media type',
  direction: 'response',
  finds: 'A response may be of one more media type, which clients ask for.',
  message: ({ where, mediaType }) => `${upperFirst(where)} can be ${mediaType} now.`,
  title: ({ where, mediaType, subject }) => `Add ${mediaType} to ${where} of ${subject}`,
})
