import { awsTypeOf } from '../gateway-responses/aws-types.ts'
import { hasHeader, headerValue, type RawHeaders, removeHeader, setHeader } from '../headers.ts'
import type { Dialect } from './dialect.ts'
import { addXForwarded } from './forwarded.ts'
import { compileAmazonValidation } from '../validation/amazon.ts'

/** aws-semantics §1.3, "dropped from request, at parse": nothing behind the gateway sees them. */
export const droppedAtParse: ReadonlySet<string> = new Set([
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
])

const remapped = new Set(['connection', 'content-length', 'date', 'server'])
/** Remapped besides those when a mapping sets them (not in a proxied answer). */
const remappedWhenMapped = new Set([
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

/** Amazon's REST APIs (aws-semantics §1.2, §1.3, §1.8). */
export const restDialect: Dialect = {
  name: 'rest',
  compileValidation: compileAmazonValidation,
  router: { strictSlash: false, greedyKeepsSlash: false },
  methodOverride: true,
  droppedRequestHeaders: droppedAtParse,
  addForwarded(context, headers) {
    if (!hasHeader(headers, 'accept')) headers.push('Accept', 'application/json')
    if (!hasHeader(headers, 'user-agent')) headers.push('User-Agent', this.userAgent(context))
    removeHeader(headers, 'via')
    removeHeader(headers, 'x-http-method-override')
    if (headerValue(headers, 'authorization')?.startsWith('AWS4-HMAC-SHA256'))
      removeHeader(headers, 'authorization')
    setHeader(headers, 'X-Amzn-Apigateway-Api-Id', context.stage?.slug ?? '')
    setHeader(headers, 'X-Amzn-Trace-Id', context.trace)
    addXForwarded(context, headers, false)
  },
  proxiedHeaders(headers) {
    const passed: RawHeaders = []
    for (let i = 0; i < headers.length; i += 2) {
      const [name = '', value = ''] = [headers[i], headers[i + 1]]
      const lower = name.toLowerCase()
      // Content-Encoding stays, unlike on Amazon, which decodes the body: ours passes through as it is.
      if (lower === 'transfer-encoding' || lower === 'via' || lower === 'keep-alive') continue
      if (lower === 'content-length') passed.push(name, value)
      passed.push(remapped.has(lower) ? `x-amzn-Remapped-${name}` : name, value)
    }
    return passed
  },
  mappedHeaderName(name) {
    const lower = name.toLowerCase()
    if (lower === 'transfer-encoding') return null
    return remapped.has(lower) || remappedWhenMapped.has(lower) ? `x-amzn-Remapped-${name}` : name
  },
  userAgent: (context) => `AmazonAPIGateway_${context.stage?.slug ?? ''}`,
  identify(context, headers, kind) {
    setHeader(headers, 'x-amzn-RequestId', context.id)
    setHeader(headers, 'x-amz-apigw-id', context.extendedId)
    if (kind === 'traced') setHeader(headers, 'X-Amzn-Trace-Id', context.trace)
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
