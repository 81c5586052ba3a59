import { defineCheck } from './check.ts'
import { titleFunction } from './service-words.ts'

export const functionCodeChanged = defineCheck({
  id: 'function-code-changed',
  on: 'function-changed',
  level: 'risky',
  area: 'behaviour',
  finds: 'The code of a function is another one.',
  applies: ({ field }) => field === 'code',
  message: ({ name }) => `The function ${name} has another code.`,
  title: titleFunction,
})
