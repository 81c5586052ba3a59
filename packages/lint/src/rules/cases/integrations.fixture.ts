import type { Function_, Integration } from '@penstock/model'
import { api, aws, get, mapped, pets, service } from '../../testing.fixture.ts'
import type { Cases } from './case.fixture.ts'

const mock = service({ type: 'mock', uri: undefined })
const template = (text: string) => ({ requestTemplates: { 'application/json': text } })
const answers = { default: { statusCode: '200' } }
const ok = { description: 'ok' }
const stage = (variables: Record<string, string>) => ({ name: 'prod', variables })

const lambda = (version: string, operation: string, fields: Partial<Integration> = {}) =>
  service({
    type: 'aws_proxy',
    uri: `arn:aws:apigateway:eu-west-1:lambda:path/${version}/functions/arn:aws:lambda:eu-west-1:1:function:hello/${operation}`,
    httpMethod: 'POST',
    ...fields,
  })
const streaming: Function_ = {
  kind: 'function',
  id: 'fun_1',
  name: 'hello',
  code: 'export const handler = awslambda.streamifyResponse(async (event, stream) => stream.end())',
}

export const integrations: Cases = {
  'method-without-integration': {
    fires: pets(get({ integration: undefined })),
    at: 'met_get integration',
    silent: [pets()],
  },
  'mock-without-response': {
    fires: pets(mock),
    at: 'int_1 responses',
    silent: [pets({ ...mock, fromExamples: true }), pets({ ...mock, responses: answers }), pets()],
  },
  'mock-status-missing': {
    fires: pets({ ...mock, ...template('{"status": 200}') }),
    at: 'int_1 requestTemplates.application/json',
    silent: [
      pets({ ...mock, ...template('{statusCode: 200}') }),
      pets({ ...mock, ...template('{"statusCode": $input.path("$.code")}') }),
      pets({ ...mock, fromExamples: true }),
    ],
  },
  'timeout-over-limit': {
    fires: pets(aws(), service({ timeoutMs: 60_000 })),
    at: 'int_1 timeoutMs',
    silent: [
      pets(service({ timeoutMs: 60_000 })),
      pets(aws(), service({ timeoutMs: 29_000 })),
      pets(aws(), service({ timeoutMs: 900_000, responseTransferMode: 'STREAM' })),
    ],
  },
  'insecure-upstream': {
    fires: pets(service({ uri: 'http://pets.example/{id}' })),
    at: 'int_1 uri',
    silent: [
      pets(service({ uri: 'http://localhost:8080/{id}' })),
      pets(service({ uri: 'http://pets/{id}' })),
      pets(service({ uri: 'http://10.1.2.3/{id}' })),
      pets(service({ uri: 'http://${stageVariables.host}/{id}' })),
    ],
  },
  'tls-not-verified': {
    fires: pets(service({ insecureSkipVerification: true })),
    at: 'int_1 insecureSkipVerification',
    silent: [pets(service({ insecureSkipVerification: false }))],
  },
  'templates-ignored': {
    fires: pets(service(template('{}'))),
    at: 'int_1 requestTemplates',
    silent: [pets(mapped(template('{}'))), pets(service({ responses: answers }))],
  },
  'every-body-refused': {
    fires: pets(mapped({ passthroughBehavior: 'NEVER' })),
    at: 'int_1 passthroughBehavior',
    silent: [
      pets(mapped({ passthroughBehavior: 'NEVER', ...template('{}') })),
      pets(service({ passthroughBehavior: 'NEVER' })),
    ],
  },
  'response-pattern-never-matches': {
    fires: pets(mapped({ responses: { ...answers, '4XX': { statusCode: '400' } } })),
    at: 'int_1 responses.4XX',
    silent: [
      pets(mapped({ responses: { ...answers, '4\\d\\d': { statusCode: '400' } } })),
      pets(mapped({ type: 'aws', responses: { ...answers, 'not found.*': { statusCode: '404' } } })),
    ],
  },
  'response-patterns-overlap': {
    fires: pets(
      mapped({ responses: { ...answers, '404': { statusCode: '404' }, '4\\d\\d': { statusCode: '400' } } }),
    ),
    at: 'int_1 responses.4\\d\\d',
    silent: [
      pets(
        mapped({ responses: { ...answers, '404': { statusCode: '404' }, '5\\d\\d': { statusCode: '502' } } }),
      ),
    ],
  },
  'default-response-missing': {
    fires: pets(mapped({ responses: { '200': { statusCode: '200' } } })),
    at: 'int_1 responses',
    silent: [pets(mapped()), pets(mapped({ responses: { '\\d{3}': { statusCode: '200' } } })), pets()],
  },
  'response-status-undeclared': {
    fires: pets(aws(), mapped(), get({ responses: { 201: ok } })),
    at: 'met_get responses',
    silent: [
      pets(aws(), mapped(), get({ responses: { 200: ok } })),
      pets(mapped(), get({ responses: { 201: ok } })),
      pets(aws(), get({ responses: { 201: ok } })),
    ],
  },
  'response-status-repeated': {
    fires: pets(aws(), mapped({ responses: { '401': { statusCode: '400' }, '403': { statusCode: '400' } } })),
    at: 'int_1 responses.403.statusCode',
    silent: [
      pets(aws(), mapped()),
      pets(mapped({ responses: { '401': { statusCode: '400' }, '403': { statusCode: '400' } } })),
    ],
  },
  'mapping-source-invalid': {
    fires: pets(service({ requestParameters: { 'integration.request.header.Accept': 'application/json' } })),
    at: 'int_1 requestParameters.integration.request.header.Accept',
    silent: [
      pets(
        service({
          requestParameters: {
            'integration.request.header.Accept': "'application/json'",
            'integration.request.path.id': 'method.request.path.id',
            'integration.request.header.Stage': 'context.stage',
          },
        }),
      ),
    ],
  },
  'mapping-header-forbidden': {
    fires: pets(service({ requestParameters: { 'integration.request.header.Content-Length': "'1'" } })),
    at: 'int_1 requestParameters.integration.request.header.Content-Length',
    silent: [pets(service({ requestParameters: { 'integration.request.header.Authorization': "'a'" } }))],
  },
  'mapping-parameter-undeclared': {
    fires: pets(
      service({ requestParameters: { 'integration.request.path.id': 'method.request.path.petId' } }),
    ),
    at: 'met_get parameters',
    silent: [
      pets(service({ requestParameters: { 'integration.request.path.id': 'method.request.path.id' } })),
      pets(service({ requestParameters: { 'integration.request.header.A': 'method.request.header.A' } })),
      pets(
        aws(),
        get({ parameters: [{ name: 'A', in: 'header' }] }),
        service({ requestParameters: { 'integration.request.header.A': 'method.request.header.A' } }),
      ),
    ],
  },
  'uri-parameter-unknown': {
    fires: pets(service({ uri: 'https://pets.example/{petId}' })),
    at: 'met_get integration',
    silent: [
      pets(),
      pets(
        service({
          uri: 'https://${stageVariables.host}/{petId}',
          requestParameters: { 'integration.request.path.petId': 'method.request.path.id' },
        }),
      ),
    ],
  },
  'function-method-not-post': {
    fires: pets(aws(), service({ type: 'aws_proxy', function: 'fun_1', uri: undefined, httpMethod: 'GET' })),
    at: 'int_1 httpMethod',
    silent: [
      pets(service({ type: 'aws_proxy', function: 'fun_1', uri: undefined, httpMethod: 'GET' })),
      pets(aws(), service({ type: 'aws_proxy', function: 'fun_1', uri: undefined, httpMethod: 'POST' })),
    ],
  },
  'stream-without-proxy': {
    fires: pets(mapped({ responseTransferMode: 'STREAM' })),
    at: 'int_1 responseTransferMode',
    silent: [
      pets(service({ responseTransferMode: 'STREAM' })),
      pets(mapped({ responseTransferMode: 'BUFFERED' })),
    ],
  },
  'stream-operation-other': {
    fires: pets(aws(), lambda('2015-03-31', 'invocations', { responseTransferMode: 'STREAM' })),
    at: 'int_1 uri',
    silent: [
      pets(lambda('2015-03-31', 'invocations', { responseTransferMode: 'STREAM' })),
      pets(aws(), lambda('2015-03-31', 'invocations')),
      pets(aws(), lambda('2021-11-15', 'response-streaming-invocations', { responseTransferMode: 'STREAM' })),
    ],
  },
  'streaming-function-buffered': {
    fires: pets(streaming, lambda('2015-03-31', 'invocations')),
    at: 'int_1 responseTransferMode',
    silent: [
      pets(
        streaming,
        service({ type: 'aws_proxy', function: 'fun_1', uri: undefined, responseTransferMode: 'STREAM' }),
      ),
      pets({ ...streaming, code: 'exports.handler = async () => ({})' }, lambda('2015-03-31', 'invocations')),
      pets({ ...streaming, name: 'other' }, lambda('2015-03-31', 'invocations')),
      pets(api({ type: 'WEBSOCKET' }), streaming, lambda('2015-03-31', 'invocations')),
    ],
  },
  'stage-variable-undefined': {
    fires: pets(service({ uri: 'https://${stageVariables.host}/{id}' })),
    at: 'int_1 uri',
    silent: [pets(), pets(service({ uri: 'https://${stageVariables.region}.example/{id}' }))],
    options: { stages: [stage({ region: 'eu' })] },
  },
  'secret-in-stage-variable': {
    fires: pets(),
    at: 'api_1 ',
    silent: [],
    options: { stages: [stage({ dbPassword: 'hunter2hunter2' })] },
  },
  'secret-in-definition': {
    fires: pets(service({ requestParameters: { 'integration.request.header.x-api-key': "'q8Jd72kfP0a'" } })),
    at: 'int_1 requestParameters.integration.request.header.x-api-key',
    silent: [
      pets(
        service({
          requestParameters: { 'integration.request.header.x-api-key': 'method.request.header.x-api-key' },
        }),
      ),
      pets(service({ requestParameters: { 'integration.request.header.Accept': "'application/json'" } })),
      pets(service({ uri: 'https://pets.example/{id}?token=${stageVariables.token}' })),
    ],
  },
}
