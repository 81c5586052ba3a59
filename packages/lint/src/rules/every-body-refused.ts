import { defineRule } from '../rule.ts'

export const everyBodyRefused = defineRule({
  id: 'every-body-refused',
  severity: 'warning',
  title: 'Every request is refused for its media type',
  why: '`NEVER` refuses with 415 what no request template is for, and there is none.',
  mend: 'Add a template for the media types that are taken, or let bodies pass.',
  on: ['integration'],
  *check({ type, passthroughBehavior, requestTemplates }) {
    if (passthroughBehavior !== 'NEVER' || type === 'http_proxy' || type === 'aws_proxy') return
    if (Object.keys(requestTemplates ?? {}).length > 0) return
    const message =
      'Bodies may never pass as they are, and there is no template: every call is answered with 415.'
    yield { path: ['passthroughBehavior'], message }
  },
})
