import { toProblem } from '@penstock/errors'
import type { Dialect } from './dialect.ts'
import { forwardByX } from './forwarded.ts'
import { removeHopByHop } from './hop-by-hop.ts'
import { awsTypeOf } from '../gateway-responses/aws-types.ts'
import { NameSet } from '../wire/name-set.ts'
import { compileNativeValidation } from '../validation/native.ts'

const none = new NameSet([])
const forwardX = forwardByX(true, [])

/** What a developer expects of a proxy: everything passes, and errors say what went wrong. */
export const nativeDialect: Dialect = {
  name: 'native',
  compileValidation: compileNativeValidation,
  router: { strictSlash: false, greedyKeepsSlash: true },
  methodOverride: false,
  cachesAsHttp: true,
  droppedRequestHeaders: none,
  forward(context, headers) {
    forwardX(context, headers)
    if (!headers.has('x-request-id')) headers.add('X-Request-Id', context.id)
  },
  proxyHeaders: removeHopByHop,
  mappedHeaderName: (name) => (/^(connection|transfer-encoding|content-length)$/i.test(name) ? null : name),
  userAgent: () => 'Penstock',
  identify: () => undefined,
  failure(context, failure) {
    const problem = {
      ...toProblem(failure, context.id, context.errorPages),
      phase: failure.phase,
      ...failure.hint,
    }
    const { type } = awsTypeOf(failure)
    return {
      status: failure.status,
      responseType: type,
      message: failure.message,
      headers: ['Content-Type', 'application/problem+json', ...failure.headers],
      body: `${JSON.stringify(problem, null, 2)}\n`,
      customizable: true,
    }
  },
}
