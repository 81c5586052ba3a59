import { selectsResponses } from '../facts/selection.ts'
import { defineRule } from '../rule.ts'

export const responseStatusUndeclared = defineRule({
  id: 'response-status-undeclared',
  severity: 'warning',
  title: 'An integration answers with a status that the method does not declare',
  why: 'On Amazon such an answer becomes 500: a response is sent only if the method declares its status.',
  mend: 'Declare the response, or map to a status that is declared.',
  on: ['method'],
  *check(method, scope) {
    if (!scope.facts.isAws || scope.facts.type !== 'REST') return
    const integration = scope.find('integration', method.integration)
    if (!integration || !selectsResponses(integration)) return
    const declared = new Set(Object.keys(method.responses ?? {}))
    if (declared.has('default')) return
    const missing = new Set(
      Object.values(integration.responses ?? {})
        .map(({ statusCode }) => statusCode)
        .filter((status) => !declared.has(status) && !declared.has(`${status.charAt(0)}XX`)),
    )
    for (const status of missing) {
      const message = `The integration of ${method.httpMethod} ${scope.pathOf(method.resource)} answers with ${status}, which the method does not declare.`
      yield { path: ['responses'], message }
    }
  },
})
