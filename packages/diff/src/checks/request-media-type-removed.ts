import { defineCheck } from './check.ts'
import { upperFirst } from './words.ts'

export const requestMediaTypeRemoved = defineCheck({
  id: 'request-media-type-removed',
  on: 'media-type-removed',
  level: 'breaking',
  area: 'media type',
  direction: 'request',
  finds: 'A request body may not be of a media type any more.',
  applies: ({ direction }) => direction === 'request',
  message: ({ where, mediaType }) =>
    `${upperFirst(where)} can not be ${mediaType} any more: callers who send it are refused.`,
  title: ({ where, mediaType, subject }) => `Remove ${mediaType} from ${where} of ${subject}`,
})
