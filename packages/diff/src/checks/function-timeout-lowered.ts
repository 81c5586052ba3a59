import { defineCheck } from './check.ts'
import { titleFunction, isLower } from './service-words.ts'
import { show } from './words.ts'

export const functionTimeoutLowered = defineCheck({
  id: 'function-timeout-lowered',
  on: 'function-changed',
  level: 'risky',
  area: 'limit',
  finds: 'A function has less time.',
  applies: (delta) => delta.field === 'timeoutMs' && isLower(delta),
  message: (delta) =>
    `The function ${delta.name} has ${show(delta.to)} ms, it was ${show(delta.from)}: slower calls fail.`,
  title: titleFunction,
})
