import { defineCheck } from './check.ts'

export const operationDeprecatedWithoutSunset = defineCheck({
  id: 'operation-deprecated-without-sunset',
  on: 'deprecated',
  level: 'documentation',
  area: 'documentation',
  finds: 'An operation is deprecated, and nothing says when it ends.',
  applies: ({ sunset }) => sunset === undefined,
  message: () => 'It is marked as deprecated. No x-sunset says when it ends.',
  title: ({ subject }) => `Deprecate ${subject}`,
})
