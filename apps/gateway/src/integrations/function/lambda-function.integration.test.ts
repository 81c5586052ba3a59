import type { Bundle, BundleFunction, BundleIntegration } from '@penstock/bundle'
import { describe, expect, test } from 'vitest'
import { fakeService, type ServiceAnswer, type ServiceCall, settingsFor } from '../../aws/service.fixture.ts'
import { noAwsSettings } from '../../aws/aws-settings.ts'
import { handBundle, type TestGateway, testGateway } from '../../testing.fixture.ts'

type FunctionIntegration = Extract<BundleIntegration, { kind: 'function' }>

const arn = 'arn:aws:lambda:us-east-2:123456789012:function:hello:live'

const proxied: FunctionIntegration = {
  kind: 'function',
  function: 'hello',
  arn,
  proxy: true,
  payloadFormatVersion: '1.0',
  timeoutMs: 5_000,
  responses: [],
}

const mapped: FunctionIntegration = {
  ...proxied,
  proxy: false,
  requestTemplates: { 'application/json': '{"said": $input.json(\'$.say\')}' },
  responses: [
    { pattern: '.*no such pet.*', status: 404 },
    { pattern: null, status: 200 },
  ],
}

const rest: Partial<Bundle['api']> = { compatibility: 'aws' }

function bundle(
  integration: FunctionIntegration,
  api: Partial<Bundle['api']> = {},
  functions: BundleFunction[] = [],
): Bundle {
  return { ...handBundle(['ANY /{proxy+}'], [integration], { api, functions }), format: 3 }
}

interface Lambda extends AsyncDisposable {
  readonly test: TestGateway
  readonly calls: ServiceCall[]
}

/** A gateway beside a Lambda API that answers every invocation so. */
async function withLambda(answer: ServiceAnswer = {}): Promise<Lambda> {
  const service = await fakeService(() => answer)
  const test = await testGateway({ aws: service.settings })
  return {
    test,
    calls: service.calls,
    async [Symbol.asyncDispose]() {
      await test[Symbol.asyncDispose]()
      await service[Symbol.asyncDispose]()
    },
  }
}

const said = (body: string): ServiceAnswer => ({ body: JSON.stringify({ statusCode: 201, body }) })

const local: BundleFunction = {
  name: 'hello',
  code: `exports.handler = async () => ({ statusCode: 200, body: 'from here' })`,
  handler: 'index.handler',
  timeoutMs: 3_000,
  memoryMb: 128,
  environment: {},
}

test('a function that is not of this API is invoked at Lambda, signed for its region, with its qualifier', async () => {
  await using lambda = await withLambda(said('from Lambda'))
  await lambda.test.deploy(bundle(proxied))
  const answer = await lambda.test.call('/pets?x=1', { method: 'POST', body: 'hi' })
  expect([answer.status, answer.body]).toEqual([201, 'from Lambda'])
  const [call] = lambda.calls
  expect(call).toMatchObject({
    method: 'POST',
    target: '/2015-03-31/functions/hello/invocations?Qualifier=live',
    signature: '',
    scope: 'us-east-2/lambda',
  })
  expect(call?.headers['x-amz-invocation-type']).toBe('RequestResponse')
  expect(call?.headers['x-amz-security-token']).toBe('a token')
  expect(JSON.parse(call?.body ?? '')).toMatchObject({
    resource: '/{proxy+}',
    httpMethod: 'POST',
    queryStringParameters: { x: '1' },
    body: 'hi',
  })
})

test('payload format 2.0 is the same event that a local function gets', async () => {
  await using lambda = await withLambda({ body: '{"pets":[]}' })
  await lambda.test.deploy(bundle({ ...proxied, payloadFormatVersion: '2.0' }, { type: 'HTTP', ...rest }))
  const answer = await lambda.test.call('/pets')
  expect([answer.status, answer.body]).toEqual([200, '{"pets":[]}'])
  expect(JSON.parse(lambda.calls[0]?.body ?? '')).toMatchObject({ version: '2.0', rawPath: '/dev/pets' })
})

test('a function of this API runs here, whatever the credentials', async () => {
  await using lambda = await withLambda(said('from Lambda'))
  await lambda.test.deploy(bundle(proxied, {}, [local]))
  expect((await lambda.test.call('/x')).body).toBe('from here')
  expect(lambda.calls).toEqual([])
})

test('a stage variable decides between a function of this API and one at Lambda', async () => {
  await using lambda = await withLambda(said('from Lambda'))
  const integration = {
    ...proxied,
    function: '${stageVariables.fn}',
    arn: 'arn:aws:lambda:us-east-2:123456789012:function:${stageVariables.fn}',
  }
  const deploy = (fn: string) =>
    lambda.test.deploy(bundle(integration, {}, [local]), { settings: { variables: { fn } } })
  await deploy('hello')
  expect((await lambda.test.call('/x')).body).toBe('from here')
  await deploy('other')
  expect((await lambda.test.call('/x')).body).toBe('from Lambda')
  expect(lambda.calls[0]?.target).toBe('/2015-03-31/functions/other/invocations')
})

describe('what does not go well', () => {
  const failed: ServiceAnswer = {
    headers: { 'X-Amz-Function-Error': 'Unhandled' },
    body: '{"errorType":"TypeError","errorMessage":"no such pet"}',
  }
  const throttled: ServiceAnswer = {
    status: 429,
    headers: { 'x-amzn-ErrorType': 'TooManyRequestsException' },
    body: '{"Reason":"ReservedFunctionConcurrentInvocationLimitExceeded","Type":"User"}',
  }
  const denied: ServiceAnswer = { status: 403, headers: { 'x-amzn-ErrorType': 'AccessDeniedException' } }
  const broken: ServiceAnswer = { status: 500, headers: { 'x-amzn-ErrorType': 'ServiceException' } }

  test.each<[string, ServiceAnswer, number, number, string]>([
    ['the function fails', failed, 502, 502, 'FUNCTION_FAILED'],
    ['Lambda throttles it', throttled, 503, 500, 'FUNCTION_THROTTLED'],
    ['Lambda denies it', denied, 502, 500, 'FUNCTION_REJECTED'],
    ['Lambda is out of order', broken, 502, 500, 'FUNCTION_REJECTED'],
    ['it answers in another form', { body: '[1]' }, 502, 502, 'FUNCTION_ANSWER_MALFORMED'],
    ['it answers no JSON', { body: 'hello' }, 502, 502, 'FUNCTION_ANSWER_MALFORMED'],
  ])('%s', async (_, answer, native, amazon, code) => {
    await using lambda = await withLambda(answer)
    await lambda.test.deploy(bundle(proxied))
    const first = await lambda.test.call('/x')
    expect([first.status, JSON.parse(first.body).code]).toEqual([native, code])
    await lambda.test.deploy(bundle(proxied, rest), { version: 2 })
    const second = await lambda.test.call('/x')
    expect([second.status, second.body]).toEqual([amazon, '{"message": "Internal server error"}'])
    expect(lambda.calls).toHaveLength(2)
  })

  test('there is no Lambda', async () => {
    await using test = await testGateway({ aws: settingsFor('http://127.0.0.1:9') })
    await test.deploy(bundle(proxied))
    expect(JSON.parse((await test.call('/x')).body).code).toBe('UPSTREAM_REFUSED')
  })

  test('without credentials it is a function that is not there, and the log says what to set', async () => {
    await using test = await testGateway({ aws: noAwsSettings })
    await test.deploy(bundle(proxied))
    const answer = await test.call('/x')
    expect([answer.status, JSON.parse(answer.body).code]).toEqual([500, 'FUNCTION_NOT_FOUND'])
    const [record] = await test.controlPlane.recorded(1)
    expect(record?.error?.cause).toMatch(/AWS_ACCESS_KEY_ID/)
  })
})

describe('through templates', () => {
  test('the template makes the event, and an error selects the response', async () => {
    const answer = {
      headers: { 'X-Amz-Function-Error': 'Unhandled' },
      body: '{"errorMessage":"no such pet: 7"}',
    }
    await using lambda = await withLambda(answer)
    await lambda.test.deploy(bundle(mapped, rest))
    const got = await lambda.test.call('/x', { method: 'POST', body: '{"say":"hi"}' })
    expect([got.status, got.body]).toEqual([404, '{"errorMessage":"no such pet: 7"}'])
    expect(lambda.calls[0]?.body).toBe('{"said": "hi"}')
  })

  test('a refusal of Lambda selects nothing: it is 500', async () => {
    await using lambda = await withLambda({ status: 429, body: '{"message":"Rate Exceeded."}' })
    const everything = [
      { pattern: '.*', status: 429 },
      { pattern: null, status: 200 },
    ]
    await lambda.test.deploy(bundle({ ...mapped, responses: everything }, rest))
    const got = await lambda.test.call('/x', { method: 'POST', body: '{}' })
    expect([got.status, got.body]).toEqual([500, '{"message": "Internal server error"}'])
  })
})

describe('without waiting (X-Amz-Invocation-Type)', () => {
  const asynchronous = {
    ...mapped,
    requestParameters: { 'integration.request.header.X-Amz-Invocation-Type': "'Event'" },
  }

  test('Lambda takes the event, and the default response answers', async () => {
    await using lambda = await withLambda({ status: 202, body: '' })
    await lambda.test.deploy(bundle(asynchronous, rest))
    const got = await lambda.test.call('/x', { method: 'POST', body: '{"say":"hi"}' })
    expect([got.status, got.body]).toEqual([200, ''])
    expect(lambda.calls[0]?.headers['x-amz-invocation-type']).toBe('Event')
    expect(lambda.calls[0]?.signature).toBe('')
  })

  test('a client cannot ask for it', async () => {
    await using lambda = await withLambda({ body: '"done"' })
    await lambda.test.deploy(bundle(mapped, rest))
    const headers = { 'X-Amz-Invocation-Type': 'Event' }
    const got = await lambda.test.call('/x', { method: 'POST', headers, body: '{"say":"hi"}' })
    expect(got.body).toBe('"done"')
    expect(lambda.calls[0]?.headers['x-amz-invocation-type']).toBe('RequestResponse')
  })

  test('a function of this API runs on after the answer, and the log tells of its failure', async () => {
    let tell = (_: string) => {}
    const told = new Promise<string>((resolve) => (tell = resolve))
    await using test = await testGateway({ log: (level, message) => level === 'error' && tell(message) })
    const code = `exports.handler = async ({ said }) => {
      await new Promise((resolve) => setTimeout(resolve, 50)); throw new Error('heard ' + said) }`
    await test.deploy(bundle(asynchronous, rest, [{ ...local, code }]))
    const got = await test.call('/x', { method: 'POST', body: '{"say":"hi"}' })
    expect([got.status, got.body]).toEqual([200, ''])
    expect(await told).toContain('heard hi')
  })
})
