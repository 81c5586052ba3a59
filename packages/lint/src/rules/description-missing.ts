import { defineRule } from '../rule.ts'

export const descriptionMissing = defineRule({
  id: 'description-missing',
  severity: 'info',
  title: 'An operation says nothing of itself',
  why: 'The developer portal shows summary and description; without either there is only the path to guess from.',
  mend: 'Write a summary of a few words.',
  on: ['method'],
  *check(method, scope) {
    if (method.summary || method.description || method.httpMethod === 'OPTIONS') return
    const message = `${method.httpMethod} ${scope.pathOf(method.resource)} has neither a summary nor a description.`
    yield { path: ['summary'], message }
  },
})
