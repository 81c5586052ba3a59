import { defineRule } from '../rule.ts'

export const successResponseMissing = defineRule({
  id: 'success-response-missing',
  severity: 'warning',
  title: 'No documented response is a success',
  why: 'Callers read what goes wrong and not what they get. Clients made from the description return nothing.',
  mend: 'Document the response of a call that works.',
  on: ['method'],
  *check(method, scope) {
    const codes = Object.keys(method.responses ?? {})
    if (codes.length === 0 || codes.some((code) => /^[123]|^default$/i.test(code))) return
    const message = `${method.httpMethod} ${scope.pathOf(method.resource)} documents only errors: ${codes.join(', ')}.`
    yield { path: ['responses'], message }
  },
})
