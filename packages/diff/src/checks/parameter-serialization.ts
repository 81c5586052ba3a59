import { defineCheck } from './check.ts'

export const parameterSerialization = defineCheck({
  id: 'parameter-serialization',
  on: 'parameter-serialization',
  judge: ({ parameter, field }) => ({
    verdict: 'breaking',
    message: `The ${parameter.in} parameter ${parameter.name} is written in another way (${field}).`,
  }),
})
