import { defineCheck } from './check.ts'
import { titleFunction, isLower } from './service-words.ts'
import { show } from './words.ts'

export const functionMemoryLowered = defineCheck({
  id: 'function-memory-lowered',
  on: 'function-changed',
  level: 'risky',
  area: 'limit',
  finds: 'A function has less memory.',
  applies: (delta) => delta.field === 'memoryMb' && isLower(delta),
  message: (delta) =>
    `The function ${delta.name} has ${show(delta.to)} MB of memory, it was ${show(delta.from)}.`,
  title: titleFunction,
})
