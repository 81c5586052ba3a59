import { defineCheck } from './check.ts'
import { heading, place, upperFirst } from './words.ts'

export const propertyRequired = defineCheck({
  id: 'property-required',
  on: 'schema-property-required',
  judge(delta) {
    const breaks = delta.required === (delta.direction === 'request')
    const now = delta.required
      ? delta.direction === 'request'
        ? 'required'
        : 'always there'
      : delta.direction === 'request'
        ? 'optional'
        : 'not always there'
    return {
      verdict: breaks ? 'breaking' : 'safe',
      message: `${upperFirst(place(delta))} is ${now} now.`,
      title: `Make ${heading(delta)} ${delta.required ? 'required' : 'optional'}`,
    }
  },
})
