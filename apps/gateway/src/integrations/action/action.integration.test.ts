import type { Bundle } from '@penstock/bundle'
import { expect, test } from 'vitest'
import { withFauxqs } from '../../aws/emulators.fixture.ts'
import { fakeService, settingsFor } from '../../aws/service.fixture.ts'
import { handBundle, testGateway } from '../../testing.fixture.ts'

function bundle(subtype: string, parameters: Record<string, string>): Bundle {
  const api = { type: 'HTTP', compatibility: 'aws' } as const
  const action = { kind: 'action', subtype, parameters, timeoutMs: 5_000 } as const
  return { ...handBundle(['POST /send/{id}'], [action], { api }), format: 3 }
}

test('a message with attributes goes into a queue, is received and deleted', async () => {
  await using fauxqs = await withFauxqs()
  await using test = await testGateway({ aws: settingsFor(fauxqs.url) })
  const { queueUrl: QueueUrl } = fauxqs.server.createQueue('orders', { region: 'us-east-2' })
  const Region = 'us-east-2'
  const call = async (subtype: string, parameters: Record<string, string>, body: object = {}) => {
    await test.deploy(bundle(subtype, { QueueUrl, Region, ...parameters }))
    const answer = await test.call('/send/7', { method: 'POST', body: JSON.stringify(body) })
    expect(answer.status, answer.body).toBe(200)
    return answer.body === '' ? null : JSON.parse(answer.body)
  }
  const kind = { DataType: 'String', StringValue: 'a=b&c' }
  const sent = await call(
    'SQS-SendMessage',
    {
      MessageBody: '${request.path.id}: ${request.body.text}',
      MessageAttributes: '$request.body.attributes',
      DelaySeconds: '0',
    },
    { text: 'héllo', attributes: { kind } },
  )
  expect(sent).toMatchObject({ MessageId: expect.any(String) })
  const received = await call('SQS-ReceiveMessage', {
    MessageAttributeNames: '["All"]',
    AttributeNames: 'SentTimestamp, SenderId',
    VisibilityTimeout: '30',
  })
  expect(received).toMatchObject({
    Messages: [
      {
        Body: '7: héllo',
        MessageAttributes: { kind },
        Attributes: { SentTimestamp: expect.stringMatching(/^\d+$/) },
      },
    ],
  })
  await call(
    'SQS-DeleteMessage',
    { ReceiptHandle: '$request.body.receipt' },
    {
      receipt: received.Messages[0].ReceiptHandle,
    },
  )
  expect(fauxqs.server.inspectQueue('orders')?.messages).toMatchObject({ ready: [], inflight: [] })
  await call('SQS-SendMessage', { MessageBody: '$request.body' }, { more: 1 })
  await call('SQS-PurgeQueue', {})
  expect(fauxqs.server.inspectQueue('orders')?.messages.ready).toEqual([])
})

test.each<[string, Record<string, string>, object]>([
  [
    'EventBridge-PutEvents',
    {
      Detail: '$request.body',
      DetailType: 'order',
      Source: '$context.stage',
      Time: '2026-01-02T03:04:05Z',
      Resources: 'arn:a, arn:b',
    },
    {
      scope: 'eu-west-1/events',
      target: '/',
      headers: { 'x-amz-target': 'AWSEvents.PutEvents', 'content-type': 'application/x-amz-json-1.1' },
      body: {
        Entries: [
          {
            Detail: '{"a":{"b":1}}',
            DetailType: 'order',
            Source: 'dev',
            Time: 1_767_323_045,
            Resources: ['arn:a', 'arn:b'],
          },
        ],
      },
    },
  ],
  [
    'Kinesis-PutRecord',
    { StreamName: 'clicks', Data: '$request.header.data', PartitionKey: '$request.querystring.key' },
    {
      scope: 'eu-west-1/kinesis',
      headers: { 'x-amz-target': 'Kinesis_20131202.PutRecord' },
      body: { StreamName: 'clicks', Data: 'aGk=', PartitionKey: 'k' },
    },
  ],
  [
    'StepFunctions-StartSyncExecution',
    { StateMachineArn: '$stageVariables.machine', Input: '$request.body.a' },
    {
      scope: 'eu-west-1/states',
      headers: { 'x-amz-target': 'AWSStepFunctions.StartSyncExecution' },
      body: { stateMachineArn: 'arn:machine', input: '{"b":1}' },
    },
  ],
  [
    'StepFunctions-StopExecution',
    { ExecutionArn: 'arn:${request.path.id}', Cause: 'x' },
    { body: { executionArn: 'arn:7', cause: 'x' } },
  ],
  [
    'AppConfig-GetConfiguration',
    {
      Application: 'a b',
      Environment: 'e/f',
      Configuration: 'c',
      ClientId: '$request.path.id',
      Region: 'eu-west-3',
    },
    {
      method: 'GET',
      scope: 'eu-west-3/appconfig',
      target: '/applications/a%20b/environments/e%2Ff/configurations/c?client_id=7',
      body: null,
    },
  ],
])('%s is sent as its service takes it', async (subtype, parameters, expected) => {
  await using service = await fakeService(() => ({
    status: 418,
    headers: { 'Content-Type': 'application/x-amz-json-1.1', 'X-Own': 'kept' },
    body: '{"ok":true}',
  }))
  await using test = await testGateway({ aws: service.settings })
  await test.deploy(bundle(subtype, parameters), { settings: { variables: { machine: 'arn:machine' } } })
  const answer = await test.call('/send/7?key=k', {
    method: 'POST',
    headers: { data: 'aGk=' },
    body: '{"a":{"b":1}}',
  })
  expect([answer.status, answer.body]).toEqual([418, '{"ok":true}'])
  expect(answer.headers['content-type']).toBe('application/x-amz-json-1.1')
  const [call] = service.calls
  expect({ ...call, body: call?.body ? JSON.parse(call.body) : null }).toMatchObject({
    ...expected,
    signature: '',
  })
})

test('a value that the request has not is a bad request that names it, and nothing is sent', async () => {
  await using service = await fakeService()
  await using test = await testGateway({ aws: service.settings })
  const parameters = { QueueUrl: 'q', MessageBody: '$request.body.text' }
  await test.deploy(bundle('SQS-SendMessage', parameters))
  const answer = await test.call('/send/7', { method: 'POST', body: '{}' })
  expect(answer.status).toBe(400)
  expect(JSON.parse(answer.body).message).toMatch(
    /^Unable to resolve property MessageBody from source \$request\.body\.text/,
  )
  await test.deploy(bundle('SQS-SendMessage', { ...parameters, MessageAttributes: '[]' }), { version: 2 })
  expect((await test.call('/send/7', { method: 'POST', body: '{"text":"x"}' })).status).toBe(400)
  expect(service.calls).toEqual([])
})

test('no region anywhere is said by a code of its own', async () => {
  await using service = await fakeService()
  await using test = await testGateway({ aws: { ...service.settings, region: null } })
  const made = bundle('SQS-PurgeQueue', { QueueUrl: 'q' })
  await test.deploy({ ...made, api: { ...made.api, compatibility: 'native' } })
  const answer = await test.call('/send/7', { method: 'POST' })
  expect([answer.status, JSON.parse(answer.body).code]).toEqual([500, 'AWS_REGION_MISSING'])
})
