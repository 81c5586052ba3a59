import { defineCheck } from './check.ts'
import { list } from './words.ts'

export const functionChanged = defineCheck({
  id: 'function-changed',
  on: 'function-changed',
  judge: ({ name, fields }) => ({
    verdict: 'risky',
    message: `The function ${name} has another ${list(fields)}.`,
    title: `Change ${fields.includes('code') ? 'the code of ' : ''}function ${name}`,
  }),
})
