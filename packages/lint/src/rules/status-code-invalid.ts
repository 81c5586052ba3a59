import { defineRule } from '../rule.ts'

export const statusCodeInvalid = defineRule({
  id: 'status-code-invalid',
  severity: 'warning',
  title: 'A documented status that is none',
  why: 'A response is documented for a status from 100 to 599, for a range such as `4XX`, or as `default`. Anything else is never sent.',
  mend: 'Write the status that is meant.',
  on: ['method'],
  *check({ responses }) {
    for (const code of Object.keys(responses ?? {}))
      if (!/^([1-5]\d\d|[1-5]XX|default)$/.test(code))
        yield { path: ['responses', code], message: `"${code}" is not a status code.` }
  },
})
