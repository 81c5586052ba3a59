import type { Bundle } from '@penstock/bundle'
import { expect, test } from 'vitest'
import { restDialect } from '../dialects/rest.ts'
import { Failure, type FailureOptions } from '../failure.ts'
import { headerValue } from '../headers.ts'
import { contextOf } from '../request-context.fixture.ts'
import { GatewayResponses } from './gateway-responses.ts'

type Customized = Bundle['gatewayResponses'][string]

const request = contextOf({
  method: 'POST',
  target: '/pets?q=old&q=new&x=%22',
  headers: { 'X-Own': 'mine', 'User-Agent': 'test' },
})

/** What a client reads of a failure of this type, with these gateway responses. */
function answered(
  responseType: string,
  custom: Record<string, Partial<Customized>>,
  more: Partial<FailureOptions> = {},
) {
  const failure = new Failure('REQUEST_INVALID', {
    phase: 'request',
    reason: 'why "so"',
    responseType,
    ...more,
  })
  const responses = new GatewayResponses(
    Object.fromEntries(
      Object.entries(custom).map(([type, each]) => [type, { parameters: {}, templates: {}, ...each }]),
    ),
  )
  return responses.apply(request, failure, restDialect.failure(request, failure))
}

const headerOf = (answer: { headers: readonly string[] }, name: string) => headerValue(answer.headers, name)

test.each([
  ['ACCESS_DENIED', 403, 'AccessDeniedException'],
  ['API_CONFIGURATION_ERROR', 500, 'InternalServerErrorException'],
  ['AUTHORIZER_CONFIGURATION_ERROR', 500, 'AuthorizerConfigurationException'],
  ['AUTHORIZER_FAILURE', 500, 'AuthorizerFailureException'],
  ['BAD_REQUEST_PARAMETERS', 400, 'BadRequestException'],
  ['BAD_REQUEST_BODY', 400, 'BadRequestException'],
  ['EXPIRED_TOKEN', 403, 'ExpiredTokenException'],
  ['INTEGRATION_FAILURE', 504, 'InternalServerErrorException'],
  ['INTEGRATION_TIMEOUT', 504, 'InternalServerErrorException'],
  ['INVALID_API_KEY', 403, 'ForbiddenException'],
  ['INVALID_SIGNATURE', 403, 'InvalidSignatureException'],
  ['MISSING_AUTHENTICATION_TOKEN', 403, 'MissingAuthenticationTokenException'],
  ['QUOTA_EXCEEDED', 429, 'LimitExceededException'],
  ['RESOURCE_NOT_FOUND', 404, 'ResourceNotFoundException'],
  ['THROTTLED', 429, 'TooManyRequestsException'],
  ['UNAUTHORIZED', 401, 'UnauthorizedException'],
  ['UNSUPPORTED_MEDIA_TYPE', 415, 'BadRequestException'],
  ['WAF_FILTERED', 403, 'WafFilteredException'],
])(
  '%s has its status and error type, and is customised by its own name or by that of its class',
  (type, status, error) => {
    const usual = answered(type, {})
    expect([usual.status, headerOf(usual, 'x-amzn-errortype')]).toEqual([status, error])
    expect(answered(type, { [type]: { status: 418 } }).status).toBe(418)
    const family = status >= 500 ? 'DEFAULT_5XX' : 'DEFAULT_4XX'
    const other = status >= 500 ? 'DEFAULT_4XX' : 'DEFAULT_5XX'
    expect(answered(type, { [family]: { status: 418 }, [other]: { status: 599 } }).status).toBe(418)
    expect(answered(type, { [family]: { status: 418 }, [type]: {} }).status).toBe(status)
  },
)

test("what is too large is told in Amazon's own words, whatever an API says", () => {
  expect(answered('REQUEST_TOO_LARGE', { DEFAULT_4XX: { status: 418 } }).status).toBe(413)
})

test('headers come from fixed text, the request, the context and nothing else', () => {
  const parameters = {
    'gatewayresponse.header.Fixed': "'a.b.c'",
    'gatewayresponse.header.Own': 'method.request.header.x-own',
    'gatewayresponse.header.Query': 'method.request.querystring.q',
    'gatewayresponse.header.Type': 'context.error.responseType',
    'gatewayresponse.header.Missing': 'method.request.header.absent',
    'gatewayresponse.header.Bad': "'a\nb'",
    'elsewhere.header.Other': "'x'",
  }
  const answer = answered('THROTTLED', { THROTTLED: { parameters } })
  const found = Object.fromEntries(
    ['fixed', 'own', 'query', 'type', 'missing', 'bad', 'other'].map((name) => [
      name,
      headerOf(answer, name),
    ]),
  )
  expect(found).toEqual({ fixed: 'a.b.c', own: 'mine', query: 'new', type: 'THROTTLED' })
})

test.each([
  ['$context.error.messageString', '"Invalid request body"'],
  ['$context.error.message', 'Invalid request body'],
  ['${context.error.message}!', 'Invalid request body!'],
  ['$context.error.validationErrorString', 'why "so"'],
  ['$util.escapeJavaScript($context.error.validationErrorString)', 'why \\"so\\"'],
  ['$context.identity.userAgent', 'test'],
  ['$method.request.header.X-Own', 'mine'],
  ['method.request.querystring.q', 'new'],
  ['$context.unknown.path and $stageVariables.none', ' and '],
  ['costs $5 and #if($a) is text', 'costs $5 and #if($a) is text'],
])('a template is filled and not run: %s', (template, body) => {
  const templates = { 'application/json': template }
  expect(answered('BAD_REQUEST_BODY', { BAD_REQUEST_BODY: { templates } }).body).toBe(body)
})

test('reasons that are not about the request are for the log alone', () => {
  const templates = { 'text/plain': '[$context.error.validationErrorString]' }
  const answer = answered('INTEGRATION_FAILURE', { DEFAULT_5XX: { templates } })
  expect([answer.body, headerOf(answer, 'content-type')]).toEqual(['[]', 'text/plain'])
})
