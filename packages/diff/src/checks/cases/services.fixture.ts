import type { ApiRecord } from '@penstock/model'
import { type Case, type Cases, method, records } from './case.fixture.ts'

const http = (fields: object): ApiRecord => ({
  kind: 'integration',
  id: 'int_1',
  type: 'http',
  uri: 'https://a.example',
  ...fields,
})
const other: ApiRecord = { kind: 'integration', id: 'int_2', type: 'http_proxy', uri: 'https://b.example' }
const upstream = (url: string): ApiRecord => ({ kind: 'upstream', id: 'ups_1', name: 'pets', url })
const pool = (...addresses: string[]): ApiRecord => ({
  kind: 'upstream',
  id: 'ups_1',
  name: 'pets',
  url: 'https://a',
  targets: addresses.map((address) => ({ address })),
})
const fn = (fields: object): ApiRecord => ({
  kind: 'function',
  id: 'fun_1',
  name: 'hello',
  code: '',
  ...fields,
})
const calling = http({ type: 'aws_proxy', uri: undefined, function: 'fun_1' })
const validator = (validateRequestBody: boolean, validateRequestParameters: boolean): ApiRecord => ({
  kind: 'validator',
  id: 'val_1',
  name: 'all',
  validateRequestBody,
  validateRequestParameters,
})
const weaker: ApiRecord = {
  kind: 'validator',
  id: 'val_2',
  name: 'bodies',
  validateRequestBody: true,
  validateRequestParameters: false,
}
const answer = (fields: object): ApiRecord => ({
  kind: 'gatewayResponse',
  id: 'gwr_1',
  responseType: 'THROTTLED',
  ...fields,
})

function integration(before: object, after: object, says: string): Case {
  return records([http(before)], [http(after)], says)
}

function code(before: object, after: object, says: string): Case {
  return records([calling, fn(before)], [calling, fn(after)], says)
}

export const serviceCases: Cases = {
  'integration-connected': method(
    { integration: undefined },
    {},
    'safe: GET /pets is answered by Mock from examples now. (met_list integration → met_list integration)',
  ),
  'integration-disconnected': method(
    {},
    { integration: undefined },
    'breaking: GET /pets has no integration any more: calls fail. (met_list integration → met_list integration)',
  ),
  'integration-replaced': method(
    {},
    { integration: 'int_2' },
    'risky: GET /pets is answered by https://b.example, it was Mock from examples. (met_list integration → met_list integration)',
    other,
  ),
  'unused-integration-changed': records(
    [other],
    [{ ...other, timeoutMs: 100 } as ApiRecord],
    'safe: No method uses the integration https://b.example. (int_2 → int_2 timeoutMs)',
  ),
  'integration-target-changed': integration(
    {},
    { uri: 'https://b.example' },
    'risky: Requests go to https://b.example now, it was https://a.example. (int_1 uri → int_1 uri)',
  ),
  'integration-type-changed': integration(
    {},
    { type: 'http_proxy' },
    'risky: The type of the integration is "http_proxy", it was "http". (int_1 type → int_1 type)',
  ),
  'integration-method-changed': integration(
    {},
    { httpMethod: 'POST' },
    'risky: The backend is called with POST, it was the method of the request. (int_1 → int_1 httpMethod)',
  ),
  'integration-timeout-lowered': integration(
    {},
    { timeoutMs: 100 },
    'risky: The backend has 100 ms to answer, it was the usual time: slower answers fail. (int_1 → int_1 timeoutMs)',
  ),
  'integration-timeout-raised': integration(
    { timeoutMs: 100 },
    { timeoutMs: 200 },
    'safe: The backend has 200 ms to answer, it was 100 ms. (int_1 timeoutMs → int_1 timeoutMs)',
  ),
  'integration-request-parameters-changed': integration(
    {},
    { requestParameters: { 'integration.request.header.a': "'b'" } },
    'risky: Other parameters are sent to the backend. (int_1 → int_1 requestParameters)',
  ),
  'integration-request-template-changed': integration(
    { requestTemplates: { 'application/json': '{}' } },
    { requestTemplates: { 'application/json': '{"a":1}' } },
    'risky: Another template makes the request to the backend. (int_1 requestTemplates → int_1 requestTemplates)',
  ),
  'integration-passthrough-changed': integration(
    {},
    { passthroughBehavior: 'NEVER' },
    'risky: Bodies that no template fits are treated otherwise: "NEVER", it was none. (int_1 → int_1 passthroughBehavior)',
  ),
  'integration-response-mapping-changed': integration(
    {},
    { responses: { default: { statusCode: '201' } } },
    'risky: Answers of the backend become other answers to callers: status, headers or body may differ. (int_1 → int_1 responses)',
  ),
  'integration-content-handling-changed': integration(
    {},
    { contentHandling: 'CONVERT_TO_TEXT' },
    'risky: Bodies are converted otherwise on the way: "CONVERT_TO_TEXT", it was none. (int_1 → int_1 contentHandling)',
  ),
  'integration-transfer-mode-changed': integration(
    {},
    { responseTransferMode: 'STREAM' },
    'risky: Answers are sent on as they are written: one that fails half way is cut, with the status it began with. (int_1 → int_1 responseTransferMode)',
  ),
  'integration-payload-format-changed': integration(
    { payloadFormatVersion: '1.0' },
    { payloadFormatVersion: '2.0' },
    'risky: The function gets events of version "2.0", it was "1.0". (int_1 payloadFormatVersion → int_1 payloadFormatVersion)',
  ),
  'integration-certificate-check-changed': integration(
    {},
    { insecureSkipVerification: true },
    'risky: The certificate of the backend is not checked any more. (int_1 → int_1 insecureSkipVerification)',
  ),
  'integration-cache-key-changed': integration(
    {},
    { rest: { cacheKeyParameters: ['method.request.path.id'] } },
    'risky: Answers are cached by another key: a caller may get what was kept for another, or nothing that was kept. (int_1 → int_1 rest cacheKeyParameters)',
  ),
  'integration-credentials-changed': integration(
    {},
    { rest: { credentials: 'arn:aws:iam::1:role/a' } },
    'risky: The backend is called with other credentials. (int_1 → int_1 rest credentials)',
  ),
  'integration-settings-changed': integration(
    {},
    { rest: { connectionType: 'VPC_LINK' } },
    'risky: The integration has another connectionType. (int_1 → int_1 rest connectionType)',
  ),
  'mock-answers-changed': integration(
    { type: 'mock', uri: undefined },
    { type: 'mock', uri: undefined, fromExamples: true },
    'risky: The mock answers from examples and schemas now. (int_1 → int_1 fromExamples)',
  ),
  'upstream-changed': records(
    [http({ uri: undefined, upstream: 'ups_1' }), upstream('https://a')],
    [http({ uri: undefined, upstream: 'ups_1' }), upstream('https://b')],
    'risky: The upstream pets is https://b, it was https://a. (ups_1 url → ups_1 url)',
  ),
  'unused-upstream-changed': records(
    [upstream('https://a')],
    [upstream('https://b')],
    'safe: The upstream pets is https://b, it was https://a. No method uses it. (ups_1 url → ups_1 url)',
  ),
  'upstream-pool-changed': records(
    [http({ uri: undefined, upstream: 'ups_1' }), pool('http://10.0.0.1')],
    [http({ uri: undefined, upstream: 'ups_1' }), pool('http://10.0.0.1', 'http://10.0.0.2')],
    'risky: The targets of upstream pets changed. (ups_1 targets → ups_1 targets)',
  ),
  'unused-upstream-pool-changed': records(
    [pool('http://10.0.0.1')],
    [pool('http://10.0.0.2')],
    'safe: The targets of upstream pets changed. No method uses it. (ups_1 targets → ups_1 targets)',
  ),
  'function-code-changed': code(
    {},
    { code: 'module.exports = {}' },
    'risky: The function hello has another code. (fun_1 code → fun_1 code)',
  ),
  'function-handler-changed': code(
    {},
    { handler: 'main' },
    'risky: The handler of the function hello is "main", it was "handler". (fun_1 → fun_1 handler)',
  ),
  'function-environment-changed': code(
    {},
    { environment: { KEY: 'hunter2' } },
    'risky: The function hello has other environment variables. (fun_1 → fun_1 environment)',
  ),
  'function-timeout-lowered': code(
    {},
    { timeoutMs: 1000 },
    'risky: The function hello has 1000 ms, it was 3000: slower calls fail. (fun_1 → fun_1 timeoutMs)',
  ),
  'function-memory-lowered': code(
    { memoryMb: 512 },
    {},
    'risky: The function hello has 128 MB of memory, it was 512. (fun_1 memoryMb → fun_1)',
  ),
  'function-limit-raised': code(
    {},
    { timeoutMs: 9000 },
    'safe: The timeoutMs of the function hello is 9000, it was 3000. (fun_1 → fun_1 timeoutMs)',
  ),
  'function-removed': records([fn({})], [], 'risky: The function hello is gone. (fun_1 → nowhere)'),
  'validator-added': method(
    {},
    { validator: 'val_1' },
    'risky: Requests are held against all now: some that passed may be refused. (met_list → met_list validator)',
    validator(true, true),
  ),
  'validator-removed': method(
    { validator: 'val_1' },
    {},
    'safe: Requests are not held against all any more. (met_list validator → met_list)',
    validator(true, true),
  ),
  'validator-replaced': method(
    { validator: 'val_2' },
    { validator: 'val_1' },
    'risky: Requests are held against all now, it was bodies: some that passed may be refused. (met_list validator → met_list validator)',
    validator(true, true),
    weaker,
  ),
  'validation-turned-off': records(
    [validator(true, true)],
    [validator(true, false)],
    'safe: The validator all does not look at parameters any more. (val_1 validateRequestParameters → val_1 validateRequestParameters)',
  ),
  'body-validation-turned-on': records(
    [validator(false, true)],
    [validator(true, true)],
    'risky: The validator all looks at request bodies now: some that passed may be refused. (val_1 validateRequestBody → val_1 validateRequestBody)',
  ),
  'parameter-validation-turned-on': records(
    [validator(true, false)],
    [validator(true, true)],
    'risky: The validator all looks at parameters now: some requests that passed may be refused. (val_1 validateRequestParameters → val_1 validateRequestParameters)',
  ),
  'gateway-response-added': records(
    [],
    [answer({})],
    "risky: The gateway's own THROTTLED answers look different. (nowhere → gwr_1)",
  ),
  'gateway-response-removed': records(
    [answer({})],
    [],
    "risky: The gateway's own THROTTLED answers look as usual again. (gwr_1 → nowhere)",
  ),
  'gateway-response-status-changed': records(
    [answer({})],
    [answer({ statusCode: '503' })],
    `risky: The status of the gateway's own THROTTLED answers is "503", it was none. (gwr_1 → gwr_1 statusCode)`,
  ),
  'gateway-response-headers-changed': records(
    [answer({})],
    [answer({ responseParameters: { 'gatewayresponse.header.Retry-After': "'1'" } })],
    "risky: The gateway's own THROTTLED answers have other headers. (gwr_1 → gwr_1 responseParameters)",
  ),
  'gateway-response-body-changed': records(
    [answer({})],
    [answer({ responseTemplates: { 'application/json': '{}' } })],
    "risky: The gateway's own THROTTLED answers have another body. (gwr_1 → gwr_1 responseTemplates)",
  ),
  'gateway-response-type-changed': records(
    [answer({})],
    [answer({ responseType: 'QUOTA_EXCEEDED' })],
    "risky: What described the gateway's own THROTTLED answers describes its QUOTA_EXCEEDED answers now. (gwr_1 responseType → gwr_1 responseType)",
  ),
}
