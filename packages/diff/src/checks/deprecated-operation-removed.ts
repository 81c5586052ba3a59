import { defineCheck } from './check.ts'

export const deprecatedOperationRemoved = defineCheck({
  id: 'deprecated-operation-removed',
  on: 'operation-removed',
  level: 'risky',
  area: 'operation',
  finds: 'An operation is gone that was marked as deprecated.',
  applies: ({ deprecated }) => deprecated,
  message: ({ subject, sunset }) =>
    `${subject} is gone. It was deprecated${sunset === undefined ? '' : `, to end on ${sunset}`}: calls that still come fail.`,
  title: ({ subject }) => `Remove ${subject}`,
})
