import { defineRule } from '../rule.ts'

export const methodWithoutIntegration = defineRule({
  id: 'method-without-integration',
  severity: 'warning',
  title: 'Nothing answers this method',
  why: 'A method without an integration is found by the router and then fails every call.',
  mend: 'Connect it to an integration: a mock, a function or an HTTP service.',
  on: ['method'],
  *check(method, scope) {
    if (method.integration !== undefined) return
    const message = `${method.httpMethod} ${scope.pathOf(method.resource)} has no integration: every call fails.`
    yield { path: ['integration'], message }
  },
})
