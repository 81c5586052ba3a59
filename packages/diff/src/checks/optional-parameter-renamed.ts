import { defineLastCheck } from './check.ts'

export const optionalParameterRenamed = defineLastCheck({
  id: 'optional-parameter-renamed',
  on: 'parameter-renamed',
  level: 'risky',
  area: 'parameter',
  direction: 'request',
  finds: 'An optional parameter has another name.',
  message: (delta) =>
    `The ${delta.in} parameter ${delta.from} is called ${delta.to} now: what callers send by the old name may be ignored.`,
  title: (delta) => `Rename ${delta.in} parameter ${delta.from} to ${delta.to} in ${delta.subject}`,
})
