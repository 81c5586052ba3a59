import { defineRule } from '../rule.ts'

export const operationIdMissing = defineRule({
  id: 'operation-id-missing',
  severity: 'info',
  title: 'An operation has no id',
  why: 'Generated clients name their functions after operation ids, and links and logs are easier to read with one.',
  mend: 'Give it one, such as `listOrders`.',
  on: ['method'],
  *check(method, scope) {
    if (method.operationId !== undefined || method.httpMethod === 'OPTIONS' || method.httpMethod === 'ANY')
      return
    yield {
      path: ['operationId'],
      message: `${method.httpMethod} ${scope.pathOf(method.resource)} has no operation id.`,
    }
  },
})
