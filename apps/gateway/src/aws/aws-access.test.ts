import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { headerValue } from '../headers.ts'
import { AwsAccess } from './aws-access.ts'
import { awsSettings } from './aws-settings.ts'
import { type AwsService, awsService } from './services.ts'

const keys = { AWS_ACCESS_KEY_ID: 'AKID', AWS_SECRET_ACCESS_KEY: 'a very secret key' }

function serviceOf(name: string): AwsService {
  const service = awsService(name)
  if (service === null) throw new Error(`${name} is no service`)
  return service
}

const endpointOf = (env: Record<string, string>, name: string, region?: string) =>
  new AwsAccess(awsSettings(env)).endpoint(serviceOf(name), region)

test.each<[string, string, string, string]>([
  ['sqs', 'eu-west-1', 'https://sqs.eu-west-1.amazonaws.com', 'sqs'],
  ['sqs', 'cn-north-1', 'https://sqs.cn-north-1.amazonaws.com.cn', 'sqs'],
  ['bucket.s3', 'us-east-2', 'https://bucket.s3.us-east-2.amazonaws.com', 's3'],
  ['runtime.sagemaker', 'us-east-2', 'https://runtime.sagemaker.us-east-2.amazonaws.com', 'sagemaker'],
  ['abc-ats.iotdata', 'us-east-2', 'https://abc-ats.iot.us-east-2.amazonaws.com', 'iotdata'],
  ['sync-states', 'us-east-2', 'https://sync-states.us-east-2.amazonaws.com', 'states'],
  ['email', 'us-east-2', 'https://email.us-east-2.amazonaws.com', 'ses'],
])('%s in %s is reached at %s', (name, region, base, service) => {
  expect(endpointOf({}, name, region)).toEqual({ base, isConfigured: false, scope: { region, service } })
})

test('a service that is the same everywhere is signed for the one region that it has', () => {
  expect(endpointOf({}, 'iam', 'eu-west-1')).toEqual({
    base: 'https://iam.amazonaws.com',
    isConfigured: false,
    scope: { region: 'us-east-1', service: 'iam' },
  })
})

describe('an endpoint is configured as for the SDKs of Amazon', () => {
  const all = { AWS_ENDPOINT_URL: 'http://localhost:4566/', AWS_REGION: 'eu-west-1' }

  test('one of the service, named as the SDKs name it, wins over that of all', () => {
    const env = {
      ...all,
      AWS_ENDPOINT_URL_SFN: 'http://localhost:8083',
      AWS_ENDPOINT_URL_EVENTBRIDGE: 'http://e:1',
    }
    expect(endpointOf(env, 'states').base).toBe('http://localhost:8083')
    expect(endpointOf(env, 'events').base).toBe('http://e:1')
    expect(endpointOf(env, 'sqs').base).toBe('http://localhost:4566')
  })

  test('its path is kept, and a bucket goes behind it', () => {
    const env = { ...all, AWS_ENDPOINT_URL: 'https://proxy.example/aws/' }
    expect(endpointOf(env, 'sqs').base).toBe('https://proxy.example/aws')
    expect(endpointOf(env, 'pictures.s3').base).toBe('https://proxy.example/aws/pictures')
  })

  test('they can be ignored', () => {
    const env = { ...all, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' }
    expect(endpointOf(env, 'sqs')).toMatchObject({
      base: 'https://sqs.eu-west-1.amazonaws.com',
      isConfigured: false,
    })
  })

  test.each(['localhost:4566', 'ftp://x', 'http://user:password@x'])('%s is no endpoint', (url) => {
    expect(() => endpointOf({ AWS_ENDPOINT_URL: url }, 'sqs', 'eu-west-1')).toThrow(
      expect.objectContaining({ code: 'UPSTREAM_ADDRESS_INVALID' }),
    )
  })
})

test('the region is that of the call, else that of the environment', () => {
  const env = { AWS_DEFAULT_REGION: 'us-west-1' }
  expect(endpointOf(env, 'sqs', 'eu-west-1').scope.region).toBe('eu-west-1')
  expect(endpointOf(env, 'sqs').scope.region).toBe('us-west-1')
  expect(endpointOf({ ...env, AWS_REGION: 'us-west-2' }, 'sqs').scope.region).toBe('us-west-2')
  expect(() => endpointOf({}, 'sqs')).toThrow(expect.objectContaining({ code: 'AWS_REGION_MISSING' }))
})

test('no name and no region can make another host of it', () => {
  for (const name of ['', '.', 'a/b', 'evil.example/', 'a@b', 'a b', 'x.'])
    expect(awsService(name)).toBeNull()
  for (const region of ['eu/../x', 'x.evil.example#', 'a b', 'a@b'])
    expect(() => endpointOf({}, 'sqs', region)).toThrow(
      expect.objectContaining({ code: 'UPSTREAM_ADDRESS_INVALID' }),
    )
})

const call = {
  origin: 'https://sqs.eu-west-1.amazonaws.com',
  path: '/?Action=ListQueues',
  method: 'POST',
  headers: [],
  body: null,
  timeoutMs: 1_000,
}
const scope = { region: 'eu-west-1', service: 'sqs' }

test('half of the credentials are none, and nothing is sent without', () => {
  for (const env of [{}, { AWS_ACCESS_KEY_ID: 'AKID' }, { AWS_SECRET_ACCESS_KEY: 'x' }]) {
    const access = new AwsAccess(awsSettings(env))
    expect(access.hasCredentials).toBe(false)
    expect(() => access.signed(call, scope)).toThrow(
      expect.objectContaining({ code: 'AWS_CREDENTIALS_MISSING', phase: 'integration' }),
    )
  }
})

test('a signed call has the host of its address, the moment of the clock, and nothing of the secret', () => {
  const access = new AwsAccess(awsSettings(keys), () => Date.UTC(2026, 0, 2, 3, 4, 5))
  const { headers } = access.signed(call, scope)
  expect(headerValue(headers, 'host')).toBe('sqs.eu-west-1.amazonaws.com')
  expect(headerValue(headers, 'x-amz-date')).toBe('20260102T030405Z')
  expect(headerValue(headers, 'authorization')).toContain(
    'Credential=AKID/20260102/eu-west-1/sqs/aws4_request',
  )
  for (const shown of [
    inspect(access, { depth: 9, showHidden: true }),
    JSON.stringify(access),
    headers.join(),
  ])
    expect(shown).not.toContain(keys.AWS_SECRET_ACCESS_KEY)
})

describe('a call that is signed', () => {
  const access = new AwsAccess(awsSettings({ ...keys, AWS_REGION: 'eu-west-1' }))
  const signed = (service: string, path: string) =>
    access.signed(
      { origin: 'https://service.example', path, method: 'GET', headers: [], body: null, timeoutMs: 1000 },
      access.endpoint(serviceOf(service), undefined).scope,
    ).path

  test.each(['/applications/a/environments/../configurations/b', '/applications/.', '/a/%2e%2E/b?c=d'])(
    'goes to no other path than it names: %s',
    (path) => {
      expect(() => signed('appconfig', path)).toThrow(expect.objectContaining({ code: 'REQUEST_MALFORMED' }))
    },
  )

  test('may have such segments in the key of an object, and dots in a name', () => {
    expect(signed('s3', '/pictures/../cat.png')).toBe('/pictures/../cat.png')
    expect(signed('appconfig', '/applications/a..b/.c')).toBe('/applications/a..b/.c')
  })
})
