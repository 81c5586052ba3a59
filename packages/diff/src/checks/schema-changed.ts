import { defineCheck } from './check.ts'
import { place, upperFirst } from './words.ts'

export const schemaChanged = defineCheck({
  id: 'schema-changed',
  on: 'schema-other',
  judge: (delta) => ({
    verdict: 'risky',
    message: `${upperFirst(place(delta))} has another ${delta.keyword}: what that does to clients can not be told from the document.`,
  }),
})
