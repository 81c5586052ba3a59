import { defineCodes } from '../code.ts'

export const gatewayCodes = defineCodes({
  BUNDLE_CORRUPT: {
    status: 500,
    fault: 'operator',
    message: 'The bundle {hash} is damaged: {reason}. It was not loaded.',
  },
  BUNDLE_TOO_NEW: {
    status: 500,
    fault: 'operator',
    message: 'The bundle is of format {version}; this gateway reads up to {supported}. Update the gateway.',
  },
  BUNDLE_NOT_FOUND: { status: 404, fault: 'penstock', message: 'There is no bundle {hash}.' },
  GATEWAY_NOT_READY: {
    status: 503,
    fault: 'operator',
    message: 'This gateway has not received its configuration yet.',
  },
  API_NOT_SERVED: { status: 404, fault: 'client', message: 'No API is served at this address.' },
  STAGE_NOT_SERVED: {
    status: 404,
    fault: 'client',
    message: 'The API "{api}" has no stage at this address.',
  },
  PREVIEW_PROTECTED: {
    status: 401,
    fault: 'client',
    message: 'This is the preview of a draft. Send its token in the header x-penstock-preview.',
  },
  ROUTE_NOT_FOUND: { status: 404, fault: 'client', message: 'No route matches {method} {path}.' },
  UPGRADE_REQUIRED: {
    status: 426,
    fault: 'client',
    message: 'This is a WebSocket API: open a connection with an opening handshake.',
  },
  MESSAGE_UNROUTED: {
    status: 404,
    fault: 'client',
    message: 'No route takes this message.',
  },
  CONNECTION_GONE: { status: 410, fault: 'client', message: 'There is no open connection with this id.' },
  CONNECTIONS_PROTECTED: {
    status: 403,
    fault: 'client',
    message: 'Only the functions of this stage may speak to its connections.',
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    fault: 'client',
    message: '{path} does not answer {method}; it answers {allowed}.',
  },
  ROUTE_REFUSED: {
    status: 403,
    fault: 'operator',
    message: 'This route is closed: it asks for a check that this gateway cannot make.',
  },
  API_KEY_MISSING: {
    status: 401,
    fault: 'client',
    message: 'This route asks for an API key: send it in the header x-api-key.',
  },
  API_KEY_REFUSED: { status: 403, fault: 'client', message: 'This API key does not let you in here.' },
  RATE_LIMITED: {
    status: 429,
    fault: 'client',
    message: 'You call more often than you may. Try again later.',
  },
  CACHE_CONTROL_REFUSED: {
    status: 403,
    fault: 'client',
    message: 'You may not ask for an answer that is not cached. Call without Cache-Control: max-age=0.',
  },
  REQUEST_MALFORMED: { status: 400, fault: 'client', message: 'The request is not valid HTTP.' },
  REQUEST_HEADERS_TOO_LARGE: {
    status: 431,
    fault: 'client',
    message: 'The request line and headers are larger than the limit of {limit}.',
  },
  URL_TOO_LONG: { status: 414, fault: 'client', message: 'The URL is longer than the limit of {limit}.' },
  REQUEST_TOO_SLOW: { status: 408, fault: 'client', message: 'The request did not arrive in time.' },
  REQUEST_BODY_NOT_JSON: { status: 400, fault: 'client', message: 'The request body is not valid JSON.' },
  REQUEST_INVALID: {
    status: 400,
    fault: 'client',
    message: 'The request is not what this route describes.',
  },
  MEDIA_TYPE_UNSUPPORTED: {
    status: 415,
    fault: 'client',
    message: 'This route does not take bodies of the type "{type}".',
  },
  CLIENT_GONE: {
    status: 499,
    fault: 'client',
    message: 'The client went away before it had the whole answer.',
  },
  INTEGRATION_MISSING: {
    status: 501,
    fault: 'operator',
    message: 'This route has no integration yet. Connect one and deploy.',
  },
  INTEGRATION_UNSUPPORTED: {
    status: 501,
    fault: 'operator',
    message: 'This gateway does not run the integration of this route.',
  },
  EXAMPLE_MISSING: {
    status: 501,
    fault: 'operator',
    message: 'This route is mocked from examples, and its description has none.',
  },
  ACTION_PARAMETER_INVALID: {
    status: 400,
    fault: 'client',
    message: 'The request has no usable value for {parameter}, which this route passes on.',
  },
  MAPPING_FAILED: {
    status: 500,
    fault: 'operator',
    message: 'A mapping of this route could not be carried out.',
  },
  MOCK_STATUS_MISSING: {
    status: 500,
    fault: 'operator',
    message: 'The request template of this mock did not give a whole number as statusCode.',
  },
  RESPONSE_UNMAPPED: {
    status: 500,
    fault: 'operator',
    message: 'No integration response matches, and there is no default one.',
  },
  UPSTREAM_ADDRESS_INVALID: {
    status: 500,
    fault: 'operator',
    message: 'The address of the upstream of this route is not valid.',
  },
  UPSTREAM_REFUSED: { status: 502, fault: 'upstream', message: 'The upstream refused the connection.' },
  UPSTREAM_UNREACHABLE: { status: 502, fault: 'upstream', message: 'There is no way to the upstream.' },
  UPSTREAM_NAME_UNKNOWN: {
    status: 502,
    fault: 'upstream',
    message: 'The name of the upstream cannot be resolved.',
  },
  UPSTREAM_TLS_FAILED: {
    status: 502,
    fault: 'upstream',
    message: 'No secure connection to the upstream could be made.',
  },
  UPSTREAM_RESET: {
    status: 502,
    fault: 'upstream',
    message: 'The upstream broke the connection before it answered.',
  },
  UPSTREAM_CLOSED_EARLY: {
    status: 502,
    fault: 'upstream',
    message: 'The upstream closed the connection in the middle of its answer.',
  },
  UPSTREAM_WRONG_LENGTH: {
    status: 502,
    fault: 'upstream',
    message: 'The answer of the upstream is not as long as it said.',
  },
  UPSTREAM_NOT_HTTP: {
    status: 502,
    fault: 'upstream',
    message: 'The answer of the upstream is not valid HTTP.',
  },
  UPSTREAM_TOO_LARGE: {
    status: 502,
    fault: 'upstream',
    message: 'The answer of the upstream is larger than the limit of {limit}.',
  },
  UPSTREAM_TIMEOUT: {
    status: 504,
    fault: 'upstream',
    message: 'The upstream did not answer within {timeoutMs} ms.',
  },
  CALL_NOT_KEPT: {
    status: 404,
    fault: 'client',
    message: 'The call of this request cannot be repeated: {reason}.',
  },
  FUNCTION_NOT_FOUND: {
    status: 500,
    fault: 'operator',
    message: 'The function of this route does not exist.',
  },
  FUNCTION_BUSY: {
    status: 503,
    fault: 'operator',
    message: 'All processes of the function are busy, and too many calls wait already.',
  },
  FUNCTION_FAILED: { status: 502, fault: 'upstream', message: 'The function failed.' },
  FUNCTION_CRASHED: {
    status: 502,
    fault: 'upstream',
    message: 'The process of the function ended before it answered.',
  },
  FUNCTION_OUT_OF_MEMORY: {
    status: 502,
    fault: 'upstream',
    message: 'The function used more than its {memoryMb} MB of memory and was stopped.',
  },
  FUNCTION_TIMED_OUT: {
    status: 504,
    fault: 'upstream',
    message: 'The function did not answer within {timeoutMs} ms and was stopped.',
  },
  FUNCTION_ANSWER_MALFORMED: {
    status: 502,
    fault: 'upstream',
    message: 'The function did not answer in the form of a proxy response.',
  },
  FUNCTION_STREAM_UNREADABLE: {
    status: 502,
    fault: 'upstream',
    message: "What came from Lambda as the function's answer could not be read.",
  },
  FUNCTION_REJECTED: {
    status: 502,
    fault: 'upstream',
    message: "Amazon's Lambda refused to run the function of this route.",
  },
  FUNCTION_THROTTLED: {
    status: 503,
    fault: 'upstream',
    message: 'The function runs as often as Lambda lets it. Try again later.',
  },
  AWS_CREDENTIALS_MISSING: {
    status: 500,
    fault: 'operator',
    message: 'This route calls an Amazon service, and the gateway has no credentials for it.',
  },
  CLIENT_CERTIFICATE_MISSING: {
    status: 500,
    fault: 'operator',
    message: 'The service behind this route asks for a certificate that the gateway does not have.',
  },
  AWS_REGION_MISSING: {
    status: 500,
    fault: 'operator',
    message: 'This route calls an Amazon service, and nothing says in which region.',
  },
  TEMPLATE_BUDGET: {
    status: 500,
    fault: 'operator',
    message: 'A mapping template was stopped: {reason}.',
  },
  TEMPLATE_OVERRIDE_REPEATED: {
    status: 500,
    fault: 'operator',
    message: 'A mapping template sets $context.{name} twice. A parameter can be overridden once only.',
  },
})
