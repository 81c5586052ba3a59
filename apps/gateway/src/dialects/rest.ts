import { awsTypeOf } from '../gateway-responses/aws-types.ts'
import { NameSet } from '../wire/name-set.ts'
import type { Dialect } from './dialect.ts'
import { forwardByX } from './forwarded.ts'
import { compileAmazonValidation } from '../validation/amazon.ts'

/** aws-semantics §1.3, "dropped from request, at parse": nothing behind the gateway sees them. */
const droppedAtParse = [
  'connection',
  'content-length',
  'content-md5',
  'expect',
  'max-forwards',
  'proxy-authenticate',
  'server',
  'te',
  'transfer-encoding',
  'trailer',
  'upgrade',
  'www-authenticate',
]

const remapped = new NameSet(['connection', 'content-length', 'date', 'server'])
/** Remapped besides those when a mapping sets them (not in a proxied answer). */
const remappedWhenMapped = new NameSet([
  'authorization',
  'content-md5',
  'expect',
  'host',
  'max-forwards',
  'proxy-authenticate',
  'trailer',
  'upgrade',
  'user-agent',
  'www-authenticate',
])

/** Besides, of a proxied call: some that only this hop may see, and those that are said anew. */
const forwardX = forwardByX(false, [
  ...droppedAtParse,
  'via',
  'x-http-method-override',
  'x-amzn-apigateway-api-id',
  'x-amzn-trace-id',
])
const ids = new NameSet(['x-amzn-requestid', 'x-amz-apigw-id'])
const droppedFromAnswers = new NameSet(['transfer-encoding', 'via', 'keep-alive'])

/** Amazon's REST APIs (aws-semantics §1.2, §1.3, §1.8). */
export const restDialect: Dialect = {
  name: 'rest',
  compileValidation: compileAmazonValidation,
  router: { strictSlash: false, greedyKeepsSlash: false },
  methodOverride: true,
  cachesAsHttp: false,
  droppedRequestHeaders: new NameSet(droppedAtParse),
  forward(context, headers) {
    forwardX(context, headers)
    if (!headers.has('accept')) headers.add('Accept', 'application/json')
    if (!headers.has('user-agent')) headers.add('User-Agent', this.userAgent(context))
    if (headers.first('authorization')?.startsWith('AWS4-HMAC-SHA256')) headers.remove('authorization')
    headers.add('X-Amzn-Apigateway-Api-Id', context.stage?.slug ?? '')
    headers.add('X-Amzn-Trace-Id', context.trace)
  },
  proxyHeaders(headers) {
    // Content-Encoding stays, unlike on Amazon, which decodes the body: ours passes through as it is.
    headers.removeAll(droppedFromAnswers)
    const length = headers.first('content-length')
    headers.prefixAll(remapped, 'x-amzn-Remapped-')
    if (length !== undefined) headers.add('Content-Length', length)
  },
  mappedHeaderName(name) {
    const lower = name.toLowerCase()
    if (lower === 'transfer-encoding') return null
    return remapped.has(lower) || remappedWhenMapped.has(lower) ? `x-amzn-Remapped-${name}` : name
  },
  userAgent: (context) => `AmazonAPIGateway_${context.stage?.slug ?? ''}`,
  identify(context, headers, kind) {
    headers.removeAll(ids)
    headers.add('x-amzn-RequestId', context.id)
    headers.add('x-amz-apigw-id', context.extendedId)
    if (kind === 'traced') headers.set('X-Amzn-Trace-Id', context.trace)
  },
  failure(_context, failure) {
    const { type, status, errorType, message: usual, customizable } = awsTypeOf(failure)
    const message = failure.awsMessage ?? usual
    // Recorded byte for byte: 5xx and bad-request bodies have a space after the colon, the others have none.
    const space = status >= 500 || type.startsWith('BAD_REQUEST') ? ' ' : ''
    return {
      status,
      responseType: type,
      message,
      headers: ['Content-Type', 'application/json', 'x-amzn-ErrorType', errorType],
      body: `{"${type === 'ACCESS_DENIED' ? 'Message' : 'message'}":${space}${JSON.stringify(message)}}`,
      customizable,
    }
  },
}
