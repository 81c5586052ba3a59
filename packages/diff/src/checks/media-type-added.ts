import { defineCheck } from './check.ts'
import { upperFirst } from './words.ts'

export const mediaTypeAdded = defineCheck({
  id: 'media-type-added',
  on: 'media-type-added',
  judge: ({ where, mediaType }) => ({
    verdict: 'safe',
    message: `${upperFirst(where)} can be ${mediaType} now.`,
  }),
})
