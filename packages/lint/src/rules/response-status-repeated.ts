import { defineRule } from '../rule.ts'

export const responseStatusRepeated = defineRule({
  id: 'response-status-repeated',
  severity: 'warning',
  title: 'Two responses of an integration have one status',
  why: 'Amazon keeps the responses of an integration by status: of two, an import keeps one.',
  mend: 'Write one pattern for both, such as `401|403`.',
  on: ['integration'],
  *check(integration, { facts }) {
    if (!facts.isAws || facts.type !== 'REST') return
    const seen = new Map<string, string>()
    for (const [pattern, { statusCode }] of Object.entries(integration.responses ?? {})) {
      const other = seen.get(statusCode)
      if (other === undefined) seen.set(statusCode, pattern)
      else
        yield {
          path: ['responses', pattern, 'statusCode'],
          message: `"${pattern}" and "${other}" both answer with ${statusCode}.`,
        }
    }
  },
})
