import { defineCheck } from './check.ts'
import { heading, place, upperFirst } from './words.ts'

export const propertyAdded = defineCheck({
  id: 'property-added',
  on: 'schema-property-added',
  judge: (delta) => ({
    verdict: delta.direction === 'request' && delta.required ? 'breaking' : 'safe',
    message: `${upperFirst(place(delta))} is new${delta.required ? ' and required' : ''}.`,
    title: `Add ${heading(delta)}`,
  }),
})
