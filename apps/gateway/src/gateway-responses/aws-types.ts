import type { ErrorCode } from '@penstock/errors'
import type { Failure } from '../failure.ts'

/** Amazon's gateway response type of a failure, as aws-semantics §1.8 lists them. */
export interface AwsType {
  readonly type: string
  readonly status: number
  readonly errorType: string
  readonly message: string
  readonly customizable: boolean
}

const internal = 'Internal server error'
const network = 'Network error communicating with endpoint'

const types: Readonly<Record<string, AwsType>> = {
  ACCESS_DENIED: of(
    'ACCESS_DENIED',
    403,
    'AccessDeniedException',
    'User is not authorized to access this resource',
  ),
  API_CONFIGURATION_ERROR: of('API_CONFIGURATION_ERROR', 500, 'InternalServerErrorException', internal),
  AUTHORIZER_CONFIGURATION_ERROR: of(
    'AUTHORIZER_CONFIGURATION_ERROR',
    500,
    'AuthorizerConfigurationException',
    internal,
  ),
  AUTHORIZER_FAILURE: of('AUTHORIZER_FAILURE', 500, 'AuthorizerFailureException', internal),
  BAD_REQUEST_PARAMETERS: of('BAD_REQUEST_PARAMETERS', 400, 'BadRequestException', 'Bad Request'),
  BAD_REQUEST_BODY: of('BAD_REQUEST_BODY', 400, 'BadRequestException', 'Invalid request body'),
  EXPIRED_TOKEN: of(
    'EXPIRED_TOKEN',
    403,
    'ExpiredTokenException',
    'The security token included in the request is expired',
  ),
  INTEGRATION_FAILURE: of('INTEGRATION_FAILURE', 504, 'InternalServerErrorException', internal),
  INTEGRATION_TIMEOUT: of(
    'INTEGRATION_TIMEOUT',
    504,
    'InternalServerErrorException',
    'Endpoint request timed out',
  ),
  INVALID_API_KEY: of('INVALID_API_KEY', 403, 'ForbiddenException', 'Forbidden'),
  INVALID_SIGNATURE: of(
    'INVALID_SIGNATURE',
    403,
    'InvalidSignatureException',
    'The request signature we calculated does not match the signature you provided.',
  ),
  MISSING_AUTHENTICATION_TOKEN: of(
    'MISSING_AUTHENTICATION_TOKEN',
    403,
    'MissingAuthenticationTokenException',
    'Missing Authentication Token',
  ),
  QUOTA_EXCEEDED: of('QUOTA_EXCEEDED', 429, 'LimitExceededException', 'Limit Exceeded'),
  REQUEST_TOO_LARGE: {
    ...of('REQUEST_TOO_LARGE', 413, 'RequestTooLargeException', 'Request Too Long'),
    customizable: false,
  },
  RESOURCE_NOT_FOUND: of('RESOURCE_NOT_FOUND', 404, 'ResourceNotFoundException', 'Not Found'),
  THROTTLED: of('THROTTLED', 429, 'TooManyRequestsException', 'Too Many Requests'),
  UNAUTHORIZED: of('UNAUTHORIZED', 401, 'UnauthorizedException', 'Unauthorized'),
  UNSUPPORTED_MEDIA_TYPE: of('UNSUPPORTED_MEDIA_TYPE', 415, 'BadRequestException', 'Unsupported Media Type'),
  WAF_FILTERED: of('WAF_FILTERED', 403, 'WafFilteredException', 'Forbidden'),
}

const functionFailure: AwsType = of('INTEGRATION_FAILURE', 502, 'InternalServerErrorException', internal)
const networkFailure: AwsType = of('INTEGRATION_FAILURE', 504, 'InternalServerErrorException', network)

/** What Lambda refused to run: Amazon answers 500, whatever the reason (Lambda developer guide, errors with API Gateway). */
const functionRefusal: AwsType = of('INTEGRATION_FAILURE', 500, 'InternalServerErrorException', internal)

const byCode: Partial<Record<ErrorCode, AwsType | undefined>> = {
  ROUTE_NOT_FOUND: types['MISSING_AUTHENTICATION_TOKEN'],
  UPGRADE_REQUIRED: types['MISSING_AUTHENTICATION_TOKEN'],
  MESSAGE_UNROUTED: types['INVALID_API_KEY'],
  CONNECTION_GONE: { ...of('RESOURCE_NOT_FOUND', 410, 'GoneException', 'Gone'), customizable: false },
  API_KEY_MISSING: types['INVALID_API_KEY'],
  API_KEY_REFUSED: types['INVALID_API_KEY'],
  RATE_LIMITED: types['THROTTLED'],
  CACHE_CONTROL_REFUSED: types['ACCESS_DENIED'],
  METHOD_NOT_ALLOWED: types['MISSING_AUTHENTICATION_TOKEN'],
  MEDIA_TYPE_UNSUPPORTED: types['UNSUPPORTED_MEDIA_TYPE'],
  URL_TOO_LONG: of('DEFAULT_4XX', 414, 'RequestTooLargeException', 'Request URI too long'),
  REQUEST_HEADERS_TOO_LARGE: of(
    'DEFAULT_4XX',
    431,
    'RequestTooLargeException',
    'Request header fields too large',
  ),
  PAYLOAD_TOO_LARGE: types['REQUEST_TOO_LARGE'],
  REQUEST_MALFORMED: types['BAD_REQUEST_PARAMETERS'],
  REQUEST_BODY_NOT_JSON: types['BAD_REQUEST_BODY'],
  REQUEST_INVALID: types['BAD_REQUEST_BODY'],
  UPSTREAM_TIMEOUT: types['INTEGRATION_TIMEOUT'],
  UPSTREAM_REFUSED: types['INTEGRATION_FAILURE'],
  UPSTREAM_NAME_UNKNOWN: types['INTEGRATION_FAILURE'],
  UPSTREAM_RESET: types['INTEGRATION_FAILURE'],
  UPSTREAM_CLOSED_EARLY: types['INTEGRATION_FAILURE'],
  UPSTREAM_WRONG_LENGTH: types['INTEGRATION_FAILURE'],
  UPSTREAM_NOT_HTTP: types['INTEGRATION_FAILURE'],
  UPSTREAM_TOO_LARGE: types['INTEGRATION_FAILURE'],
  UPSTREAM_UNREACHABLE: networkFailure,
  UPSTREAM_TLS_FAILED: networkFailure,
  FUNCTION_REJECTED: functionRefusal,
  FUNCTION_THROTTLED: functionRefusal,
  FUNCTION_BUSY: functionFailure,
  FUNCTION_FAILED: functionFailure,
  FUNCTION_CRASHED: functionFailure,
  FUNCTION_OUT_OF_MEMORY: functionFailure,
  FUNCTION_TIMED_OUT: functionFailure,
  FUNCTION_ANSWER_MALFORMED: functionFailure,
  FUNCTION_STREAM_UNREADABLE: functionFailure,
}

/** A failure's type: the one it names, the one of its code, or a configuration error. */
export function awsTypeOf(failure: Failure): AwsType {
  const named = failure.responseType === undefined ? undefined : types[failure.responseType]
  if (named) return named
  if (failure.code === 'ROUTE_REFUSED') return accessDenied
  return byCode[failure.code] ?? configurationError
}

const configurationError = of('API_CONFIGURATION_ERROR', 500, 'InternalServerErrorException', internal)
const accessDenied = of(
  'ACCESS_DENIED',
  403,
  'AccessDeniedException',
  'User is not authorized to access this resource',
)

function of(type: string, status: number, errorType: string, message: string): AwsType {
  return { type, status, errorType, message, customizable: true }
}
