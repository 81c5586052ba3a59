import { defineCheck } from './check.ts'

export const requiredParameterRenamed = defineCheck({
  id: 'required-parameter-renamed',
  on: 'parameter-renamed',
  level: 'breaking',
  area: 'parameter',
  direction: 'request',
  finds: 'A required parameter has another name.',
  applies: ({ required }) => required,
  message: (delta) =>
    `The required ${delta.in} parameter ${delta.from} is called ${delta.to} now: callers send the old name.`,
  title: (delta) => `Rename ${delta.in} parameter ${delta.from} to ${delta.to} in ${delta.subject}`,
})
