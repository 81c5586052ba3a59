import { defineCheck } from './check.ts'
import { change } from './words.ts'

export const binaryMediaTypesChanged = defineCheck({
  id: 'binary-media-types-changed',
  on: 'api-changed',
  level: 'risky',
  area: 'media type',
  finds: 'Other media types are taken as bytes.',
  applies: ({ field }) => field === 'binaryMediaTypes',
  message: (delta) => `The binary media types are ${change(delta)}. Bodies may arrive encoded or not.`,
  title: () => 'Change the binary media types of the API',
})
