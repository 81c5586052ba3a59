import { AppError } from '@penstock/errors'
import { type Definition, type Method, resourceTree } from '@penstock/model'
import { authorize } from '../../policies/authorize.ts'
import { inspector } from '../../presenters/inspection.ts'
import { presentTestInvocation, type TestInvocationView } from '../../presenters/test-invocation.ts'
import { previewStage } from '../../sync/sync.ts'
import { mutation } from '../define.ts'
import { testInvokeSchema } from './test-invoke.schema.ts'

/**
 * Runs one method of the draft through a gateway node, whatever the path of the request, as Amazon's TestInvokeMethod
 * does; but with its authorizer, API key and limits. Throws ROUTE_NOT_FOUND and what inspecting throws.
 */
export const testInvoke = mutation({
  input: testInvokeSchema,
  async run(ctx, input): Promise<TestInvocationView> {
    authorize(ctx.actor, 'call APIs from the console')
    const { slug, resourcePath, method, headers, multiValueHeaders, body } = input
    const { definition } = await ctx.core.drafts.open(slug)
    const { id: route } = methodAt(definition, resourcePath, method)
    const inspect = await inspector(ctx, slug, previewStage)
    const many = new Set(Object.keys(multiValueHeaders).map((name) => name.toLowerCase()))
    const sent = [
      ...Object.entries(headers).filter(([name]) => !many.has(name.toLowerCase())),
      ...Object.entries(multiValueHeaders).flatMap(([name, values]) =>
        values.map((value): [string, string] => [name, value]),
      ),
    ]
    const path = input.pathWithQueryString ?? resourcePath
    const inspection = await inspect({
      method,
      path,
      headers: sent,
      body,
      bodyEncoding: 'text',
      mode: 'send',
      route,
    })
    return presentTestInvocation(inspection, { method, headers: sent }, new Date())
  },
})

/** The method itself, or the one for any. */
function methodAt(definition: Definition, path: string, httpMethod: string): Method {
  const { byPath, methods } = resourceTree(definition)
  const resource = byPath.get(path)
  const there = resource === undefined ? [] : (methods.get(resource.id) ?? [])
  const found =
    there.find((method) => method.httpMethod === httpMethod) ??
    there.find((method) => method.httpMethod === 'ANY')
  if (found === undefined) throw new AppError('ROUTE_NOT_FOUND', { params: { method: httpMethod, path } })
  return found
}
