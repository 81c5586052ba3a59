import { defineLastCheck } from './check.ts'
import { upperFirst } from './words.ts'

export const responseMediaTypeRemoved = defineLastCheck({
  id: 'response-media-type-removed',
  on: 'media-type-removed',
  level: 'breaking',
  area: 'media type',
  direction: 'response',
  finds: 'A response is not of a media type any more that clients can read.',
  message: ({ where, mediaType }) =>
    `${upperFirst(where)} can not be ${mediaType} any more: clients that read it get something else.`,
  title: ({ where, mediaType, subject }) => `Remove ${mediaType} from ${where} of ${subject}`,
})
