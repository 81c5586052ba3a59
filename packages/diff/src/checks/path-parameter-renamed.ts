import { defineCheck } from './check.ts'

export const pathParameterRenamed = defineCheck({
  id: 'path-parameter-renamed',
  on: 'parameter-renamed',
  level: 'safe',
  area: 'parameter',
  direction: 'request',
  finds: 'A parameter of the path has another name.',
  applies: (delta) => delta.in === 'path',
  message: ({ from, to }) => `The path parameter ${from} is called ${to} now. The wire does not change.`,
  title: ({ from, to, subject }) => `Rename path parameter ${from} to ${to} in ${subject}`,
})
