import { defineCheck } from './check.ts'

export const functionRemoved = defineCheck({
  id: 'function-removed',
  on: 'record-removed',
  level: 'risky',
  area: 'behaviour',
  finds:
    'A function is gone. A Lambda ARN names its function, so nothing has to point at it for it to be called.',
  applies: ({ kind }) => kind === 'function',
  message: ({ label }) => `The function ${label} is gone.`,
  title: ({ label }) => `Remove function ${label}`,
})
