import { defineCheck } from './check.ts'
import { change } from './words.ts'

export const apiTypeChanged = defineCheck({
  id: 'api-type-changed',
  on: 'api-changed',
  level: 'breaking',
  area: 'api',
  finds: 'The API is of another type.',
  applies: ({ field }) => field === 'type',
  message: (delta) => `The type of the API is ${change(delta)}. Another kind of API answers in another way.`,
  title: () => 'Change the type of the API',
})
