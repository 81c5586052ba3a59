import { defineRule } from '../rule.ts'

export const mockWithoutResponse = defineRule({
  id: 'mock-without-response',
  severity: 'warning',
  title: 'A mock has no response to give',
  why: 'A mock that does not answer from examples answers with one of its responses, and this one has none: every call fails.',
  mend: 'Add a default response, or let it answer from examples.',
  on: ['integration'],
  *check({ type, fromExamples, responses }) {
    if (type !== 'mock' || fromExamples || Object.keys(responses ?? {}).length > 0) return
    yield { path: ['responses'], message: 'This mock has no responses: every call fails.' }
  },
})
