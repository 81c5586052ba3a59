import { defineCheck } from './check.ts'

export const requiredRequestBodyAdded = defineCheck({
  id: 'required-request-body-added',
  on: 'request-body-added',
  level: 'breaking',
  area: 'body',
  direction: 'request',
  finds: 'A request body is new and required.',
  applies: ({ required }) => required,
  message: () => 'A request body is required now.',
  title: ({ subject }) => `Require a request body in ${subject}`,
})
