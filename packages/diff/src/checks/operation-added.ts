import { defineCheck } from './check.ts'

export const operationAdded = defineCheck({
  id: 'operation-added',
  on: 'operation-added',
  judge: ({ subject }) => ({ verdict: 'safe', message: `${subject} is new.`, title: `Add ${subject}` }),
})
