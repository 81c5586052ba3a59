import type { Bundle, BundleIntegration } from '@penstock/bundle'
import { expect, test } from 'vitest'
import { withDynalite, withFauxqs } from '../../aws/emulators.fixture.ts'
import { fakeService, settingsFor } from '../../aws/service.fixture.ts'
import { handBundle, testGateway } from '../../testing.fixture.ts'

type Service = Extract<BundleIntegration, { kind: 'service' }>

const of = (uri: string, more: Partial<Service> = {}): Service => ({
  kind: 'service',
  uri: `arn:aws:apigateway:eu-west-1:${uri}`,
  method: 'POST',
  timeoutMs: 5_000,
  responses: [{ pattern: null, status: 200 }],
  ...more,
})

const bundle = (routes: readonly string[], ...integrations: Service[]): Bundle => ({
  ...handBundle(routes, integrations, { api: { compatibility: 'aws', binaryMediaTypes: ['image/png'] } }),
  format: 3,
})

const header = (name: string, value: string) => ({ [`integration.request.header.${name}`]: `'${value}'` })

test('a topic gets the form that a template makes, and its queue the message', async () => {
  await using fauxqs = await withFauxqs()
  await using test = await testGateway({ aws: settingsFor(fauxqs.url) })
  fauxqs.server.createQueue('news', { region: 'eu-west-1' })
  const { topicArn } = fauxqs.server.createTopic('news', { region: 'eu-west-1' })
  fauxqs.server.subscribe({ topic: 'news', queue: 'news', region: 'eu-west-1' })
  const publish = of('sns:path//', {
    requestParameters: header('Content-Type', 'application/x-www-form-urlencoded'),
    requestTemplates: {
      'application/json':
        "Action=Publish&TopicArn=$util.urlEncode($stageVariables.topic)&Message=$util.urlEncode($input.path('$.text'))",
    },
    responses: [
      { pattern: '200', status: 202, templates: { 'application/json': '{"published": true}' } },
      { pattern: null, status: 500 },
    ],
  })
  await test.deploy(bundle(['POST /news'], publish), { settings: { variables: { topic: topicArn } } })
  const answer = await test.call('/news', { method: 'POST', body: '{"text":"héllo & more"}' })
  expect([answer.status, answer.body]).toEqual([202, '{"published": true}'])
  const [message] = fauxqs.server.inspectQueue('news')?.messages.ready ?? []
  expect(JSON.parse(message?.body ?? '')).toMatchObject({ Message: 'héllo & more' })
})

test('a queue is called by the protocol that mapped headers choose, and a template reads its answer', async () => {
  await using fauxqs = await withFauxqs()
  await using test = await testGateway({ aws: settingsFor(fauxqs.url) })
  const { queueUrl } = fauxqs.server.createQueue('orders', { region: 'eu-west-1' })
  const send = of('sqs:path/', {
    requestParameters: {
      ...header('Content-Type', 'application/x-amz-json-1.0'),
      ...header('X-Amz-Target', 'AmazonSQS.SendMessage'),
    },
    requestTemplates: {
      'application/json': `{"QueueUrl":"${queueUrl}","MessageBody":"$util.escapeJavaScript($input.body)"}`,
    },
    responses: [
      {
        pattern: null,
        status: 200,
        templates: { 'application/json': `{"id":"$input.path('$.MessageId')"}` },
      },
    ],
  })
  await test.deploy(bundle(['POST /orders'], send))
  const answer = await test.call('/orders', { method: 'POST', body: '{"id":"a & b"}' })
  const [message] = fauxqs.server.inspectQueue('orders')?.messages.ready ?? []
  expect(message?.body).toBe('{"id":"a & b"}')
  expect(JSON.parse(answer.body)).toEqual({ id: message?.messageId })
})

test('an action takes its parameters from its address and from mappings', async () => {
  await using service = await fakeService()
  await using test = await testGateway({ aws: service.settings })
  const publish = of('sns:action/Publish&Subject=a%20b', {
    requestParameters: {
      'integration.request.querystring.TopicArn': "'arn:aws:sns:eu-west-1:1:news'",
      'integration.request.querystring.Message': 'method.request.querystring.text',
    },
  })
  await test.deploy(bundle(['POST /news'], publish))
  await test.call('/news?text=h%C3%A9llo%20%26%20(more)', { method: 'POST' })
  expect(service.calls).toMatchObject([
    {
      target:
        '/?Action=Publish&Subject=a%20b&TopicArn=arn%3Aaws%3Asns%3Aeu-west-1%3A1%3Anews&Message=h%C3%A9llo%20%26%20(more)',
      scope: 'eu-west-1/sns',
      signature: '',
    },
  ])
})

test('an object goes to a bucket and comes back byte for byte, whatever its key', async () => {
  await using fauxqs = await withFauxqs()
  await using test = await testGateway({ aws: settingsFor(fauxqs.url) })
  fauxqs.server.createBucket('pictures')
  const object = of('s3:path/{bucket}/{key}', {
    requestParameters: {
      'integration.request.path.bucket': "'pictures'",
      'integration.request.path.key': 'method.request.querystring.key',
    },
  })
  const typed = { 'integration.request.header.Content-Type': 'method.request.header.Content-Type' }
  await test.deploy(
    bundle(
      ['PUT /picture', 'GET /picture'],
      { ...object, method: 'PUT', requestParameters: { ...object.requestParameters, ...typed } },
      { ...object, method: 'GET' },
    ),
  )
  const bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 255, 254])
  const path = `/picture?key=${encodeURIComponent("a b/ü+(1)'.png")}`
  const put = await test.call(path, { method: 'PUT', headers: { 'Content-Type': 'image/png' }, body: bytes })
  expect(put.status).toBe(200)
  // Read as text it is the base64 of the bytes: nobody asked for a binary type.
  const got = await test.call(path)
  expect([got.status, got.body]).toEqual([200, bytes.toString('base64')])
})

test('an action of a service with a JSON protocol is named in its header', async () => {
  await using dynalite = await withDynalite()
  await using test = await testGateway({ aws: settingsFor(dynalite.url) })
  const action = (name: string, template: string, responses?: Service['responses']) =>
    of(`dynamodb:action/${name}`, {
      requestTemplates: { 'application/json': template },
      ...(responses ? { responses } : {}),
    })
  const item = '{"id":{"S":"$input.path(\'$.id\')"},"name":{"S":"$input.path(\'$.name\')"}}'
  await test.deploy(
    bundle(
      ['POST /tables', 'POST /pets', 'POST /pets/find'],
      action(
        'CreateTable',
        `{"TableName":"pets","KeySchema":[{"AttributeName":"id","KeyType":"HASH"}],
          "AttributeDefinitions":[{"AttributeName":"id","AttributeType":"S"}],
          "ProvisionedThroughput":{"ReadCapacityUnits":1,"WriteCapacityUnits":1}}`,
      ),
      action('PutItem', `{"TableName":"pets","Item":${item}}`),
      action('GetItem', `{"TableName":"$input.path('$.table')","Key":{"id":{"S":"$input.path('$.id')"}}}`, [
        {
          pattern: null,
          status: 200,
          templates: { 'application/json': '{"name":"$input.path(\'$.Item.name.S\')"}' },
        },
        { pattern: '4\\d\\d', status: 404 },
      ]),
    ),
  )
  const post = (path: string, body: object) => test.call(path, { method: 'POST', body: JSON.stringify(body) })
  expect((await post('/tables', {})).status).toBe(200)
  expect((await post('/pets', { id: '1', name: 'Rex' })).status).toBe(200)
  const found = await post('/pets/find', { table: 'pets', id: '1' })
  expect([found.status, found.body]).toEqual([200, '{"name":"Rex"}'])
  // What the service refuses is an answer of its own, and selects a response by its status.
  const missing = await post('/pets/find', { table: 'none-such', id: '1' })
  expect([missing.status, missing.body]).toEqual([404, expect.stringContaining('ResourceNotFoundException')])
})

test('a call is signed for the region and the service of its address, filled in with stage variables', async () => {
  await using service = await fakeService()
  await using test = await testGateway({ aws: service.settings })
  const uri = 'arn:aws:apigateway:${stageVariables.region}:states:action/${stageVariables.what}'
  await test.deploy(bundle(['ANY /go/{id}'], of('', { uri })), {
    settings: { variables: { region: 'us-gov-west-1', what: 'StartExecution' } },
  })
  const answer = await test.call('/go/1', { method: 'POST', body: '{"input":"ü"}' })
  expect(answer.status).toBe(200)
  expect(service.calls).toMatchObject([
    {
      method: 'POST',
      target: '/?Action=StartExecution',
      scope: 'us-gov-west-1/states',
      signature: '',
      body: '{"input":"ü"}',
    },
  ])
  expect(service.calls[0]?.headers).toMatchObject({
    'x-amz-target': 'AWSStepFunctions.StartExecution',
    'content-type': 'application/x-amz-json-1.0',
    accept: 'application/json',
    'user-agent': 'AmazonAPIGateway_orders',
  })
})

test('nothing of the client passes but the body: no header, no parameter, no signature of its own', async () => {
  await using service = await fakeService()
  await using test = await testGateway({ aws: service.settings })
  await test.deploy(bundle(['POST /x'], of('sqs:path/1/q?Action=ListQueues')))
  await test.call('/x?Action=DeleteQueue', {
    method: 'POST',
    headers: { Authorization: 'AWS4-HMAC-SHA256 theirs', 'X-Amz-Target': 'x', 'X-Amz-Security-Token': 't' },
    body: '{}',
  })
  const [call] = service.calls
  expect(call).toMatchObject({ target: '/1/q?Action=ListQueues', signature: '' })
  expect(call?.headers['x-amz-target']).toBeUndefined()
  expect(call?.headers['x-amz-security-token']).toBe('a token')
})

test('a path parameter can not lead to another queue', async () => {
  await using service = await fakeService()
  await using test = await testGateway({ aws: service.settings })
  await test.deploy(
    bundle(
      ['POST /x'],
      of('sqs:path/1/{queue}', {
        requestParameters: { 'integration.request.path.queue': 'method.request.querystring.queue' },
      }),
    ),
  )
  await test.call('/x?queue=..%2F2%2Fq', { method: 'POST' })
  await test.call('/x?queue=a%3FAction%3DDeleteQueue', { method: 'POST' })
  expect(service.calls.map(({ target }) => target)).toEqual(['/1/a%3FAction%3DDeleteQueue'])
})

test('without credentials or a region the call is refused, and nothing is sent', async () => {
  await using service = await fakeService()
  const codes: unknown[] = []
  for (const aws of [{ ...service.settings, credentials: null }, service.settings]) {
    await using test = await testGateway({ aws })
    const uri = aws.credentials
      ? 'arn:aws:apigateway:e u:sqs:path/x'
      : 'arn:aws:apigateway:eu-west-1:sqs:path/x'
    const native = bundle(['POST /x'], of('', { uri }))
    await test.deploy({ ...native, api: { ...native.api, compatibility: 'native' } })
    codes.push(JSON.parse((await test.call('/x', { method: 'POST' })).body).code)
  }
  expect(codes).toEqual(['AWS_CREDENTIALS_MISSING', 'UPSTREAM_ADDRESS_INVALID'])
  expect(service.calls).toEqual([])
})
