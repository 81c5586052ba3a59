import { defineCheck } from './check.ts'
import { upperFirst } from './words.ts'

export const mediaTypeRemoved = defineCheck({
  id: 'media-type-removed',
  on: 'media-type-removed',
  judge: ({ where, mediaType, subject }) => ({
    verdict: 'breaking',
    message: `${upperFirst(where)} can not be ${mediaType} any more.`,
    title: `Remove ${mediaType} from ${where} of ${subject}`,
  }),
})
