import { defineCheck } from './check.ts'
import { titleFunction } from './service-words.ts'
import { change } from './words.ts'

export const functionHandlerChanged = defineCheck({
  id: 'function-handler-changed',
  on: 'function-changed',
  level: 'risky',
  area: 'behaviour',
  finds: 'Another handler of a function is called.',
  applies: ({ field }) => field === 'handler',
  message: (delta) => `The handler of the function ${delta.name} is ${change(delta)}.`,
  title: titleFunction,
})
