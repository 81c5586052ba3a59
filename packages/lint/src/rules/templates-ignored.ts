import { defineRule } from '../rule.ts'

export const templatesIgnored = defineRule({
  id: 'templates-ignored',
  severity: 'warning',
  title: 'Templates of a proxy are never run',
  why: 'A proxy integration passes requests and answers on as they are. Its templates and responses are kept and do nothing.',
  mend: 'Take them out, or choose the type that maps (`http`, `aws`).',
  on: ['integration'],
  *check({ type, requestTemplates, responses }) {
    if (type !== 'http_proxy' && type !== 'aws_proxy') return
    if (Object.keys(requestTemplates ?? {}).length > 0)
      yield { path: ['requestTemplates'], message: `A ${type} integration runs no request templates.` }
    for (const [pattern, { responseTemplates }] of Object.entries(responses ?? {}))
      if (Object.keys(responseTemplates ?? {}).length > 0)
        yield {
          path: ['responses', pattern, 'responseTemplates'],
          message: `A ${type} integration runs no response templates.`,
        }
  },
})
