import { awsTypeOf } from '../gateway-responses/aws-types.ts'
import type { Failure } from '../failure.ts'
import { NameSet } from '../wire/name-set.ts'
import type { Dialect } from './dialect.ts'
import { forwardByForwarded } from './forwarded.ts'
import { removeHopByHop } from './hop-by-hop.ts'

const none = new NameSet([])

/** Amazon's HTTP APIs: exact routes, short errors, no customised gateway responses. */
export const httpDialect: Dialect = {
  name: 'http',
  compileValidation: null,
  router: { strictSlash: true, greedyKeepsSlash: true },
  methodOverride: false,
  cachesAsHttp: false,
  droppedRequestHeaders: none,
  forward(context, headers) {
    forwardByForwarded(context, headers)
    headers.set('X-Amzn-Trace-Id', context.trace)
  },
  proxyHeaders: removeHopByHop,
  mappedHeaderName: (name) => (/^(connection|transfer-encoding|content-length)$/i.test(name) ? null : name),
  userAgent: (context) => `AmazonAPIGateway_${context.stage?.slug ?? ''}`,
  identify: (context, headers) => headers.set('Apigw-Requestid', context.extendedId),
  failure(_context, failure) {
    const [status, message] = shortAnswer(failure)
    return {
      status,
      responseType: awsTypeOf(failure).type,
      message,
      headers: ['Content-Type', 'application/json'],
      body: JSON.stringify({ message }),
      customizable: false,
    }
  },
}

function shortAnswer(failure: Failure): [number, string] {
  const { type, status } = awsTypeOf(failure)
  if (type === 'MISSING_AUTHENTICATION_TOKEN' && failure.code !== 'ROUTE_REFUSED') return [404, 'Not Found']
  if (status === 401) return [401, 'Unauthorized']
  if (status === 403) return [403, 'Forbidden']
  if (status === 429) return [429, 'Too Many Requests']
  if (status === 413) return [413, 'Request Entity Too Large']
  if (status < 500) return [status, failure.awsMessage ?? 'Bad Request']
  return failure.code.startsWith('UPSTREAM_') && failure.code !== 'UPSTREAM_ADDRESS_INVALID'
    ? [503, 'Service Unavailable']
    : [500, 'Internal Server Error']
}
