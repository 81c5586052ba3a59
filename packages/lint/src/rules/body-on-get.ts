import { changeRecord, withValue } from '../change.ts'
import { defineRule } from '../rule.ts'

export const bodyOnGet = defineRule({
  id: 'body-on-get',
  severity: 'warning',
  title: 'A body on GET or HEAD',
  why: 'HTTP gives such a body no meaning: browsers refuse to send it, and proxies and caches drop it.',
  mend: 'Take what it says as query parameters, or make it a POST.',
  fix: {
    title: 'Take the body out',
    apply: (definition, { location }) =>
      changeRecord(definition, location.record, (record) => withValue(record, ['requestBody'], undefined)),
  },
  on: ['method'],
  *check(method, scope) {
    if (!method.requestBody || (method.httpMethod !== 'GET' && method.httpMethod !== 'HEAD')) return
    const message = `${method.httpMethod} ${scope.pathOf(method.resource)} takes a body, which most clients can't send.`
    yield { path: ['requestBody'], message }
  },
})
