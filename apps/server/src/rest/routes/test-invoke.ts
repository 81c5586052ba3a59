import { testInvocation } from '../../procedures/inspect/test-invoke.schema.ts'
import { testInvoke } from '../../procedures/inspect/test-invoke.ts'
import { testInvocationSchema } from '../../presenters/test-invocation.ts'
import { defineRoute } from '../define.ts'
import { ofApiPath } from '../parameters.ts'

export const testInvokeRoute = defineRoute({
  method: 'POST',
  path: '/apis/:api/test-invoke',
  operationId: 'testInvokeMethod',
  summary: "Run a method of the draft and answer as Amazon's TestInvokeMethod does, log included",
  description:
    'The request goes through the whole chain of a gateway node, authorizer, API key and limits included, and what is behind the gateway is called. The method is run whatever the path: parameters that it does not have are empty.',
  tag: 'Stages',
  params: ofApiPath,
  body: testInvocation,
  answer: testInvocationSchema,
  handle: ({ ctx, params: { api: slug }, body }) => testInvoke.run(ctx, { slug, ...body }),
})
