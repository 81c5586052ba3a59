import { renderMockStatus } from '@penstock/template'
import { defineRule } from '../rule.ts'

export const mockStatusMissing = defineRule({
  id: 'mock-status-missing',
  severity: 'warning',
  title: 'A mock is not told which status to answer with',
  why: 'The request template of a mock has to give JSON with an integer `statusCode`, which chooses the response. Without it every call fails.',
  mend: 'Write a template such as `{"statusCode": 200}`.',
  on: ['integration'],
  *check({ type, fromExamples, requestTemplates }) {
    if (type !== 'mock' || fromExamples) return
    const templates = Object.entries(requestTemplates ?? {})
    if (templates.length === 0)
      yield { path: ['requestTemplates'], message: 'This mock has no request template that gives a status.' }
    for (const [mediaType, source] of templates) {
      // What a directive or a reference makes of it is known only when it is called.
      if (/[#$]/.test(source) || renderMockStatus(source) !== undefined) continue
      const message = `The template for ${mediaType} gives no integer "statusCode".`
      yield { path: ['requestTemplates', mediaType], message }
    }
  },
})
