import { type JsonObject, recordsOf } from '@penstock/model'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exportDocument } from './export-document.ts'
import { importDocument } from './import-document.ts'
import { isObject } from './json.ts'
import { imported, ok, openapi } from './document.fixture.ts'

const integration = (value: JsonObject) => ({ ...ok, 'x-amazon-apigateway-integration': value })

describe('a description without any integration', () => {
  test('answers from examples by one shared integration', () => {
    const { definition } = imported(openapi({ '/a': { get: ok, post: ok }, '/b': { get: ok } }))
    const integrations = [...recordsOf(definition, 'integration')]
    expect(integrations).toMatchObject([{ type: 'mock', fromExamples: true, name: 'Mock from examples' }])
    for (const method of recordsOf(definition, 'method')) expect(method.integration).toBe(integrations[0]?.id)
  })

  test('is sent to an upstream when one is given', () => {
    const { definition } = imported(openapi({ '/a': { get: ok } }), { upstream: 'https://api.test/v1' })
    const [upstream] = recordsOf(definition, 'upstream')
    expect(upstream).toMatchObject({ name: 'api.test', url: 'https://api.test/v1' })
    expect([...recordsOf(definition, 'integration')]).toMatchObject([
      { type: 'http_proxy', upstream: upstream?.id },
    ])
  })

  test.each<[string, JsonObject, string]>([
    ['of servers', { servers: [{ url: '/v1' }, { url: 'https://api.test/v1/' }] }, 'https://api.test/v1'],
    [
      'with a variable',
      { servers: [{ url: 'https://{r}.test', variables: { r: { default: 'eu' } } }] },
      'https://eu.test',
    ],
  ])('is sent to the first address %s when that is asked for', (_, servers, url) => {
    const { definition } = imported(openapi({ '/a': { get: ok } }, servers), { upstream: 'servers' })
    expect([...recordsOf(definition, 'upstream')]).toMatchObject([{ url }])
  })

  test('is sent to host and base path of Swagger 2.0 when that is asked for', () => {
    const document = {
      swagger: '2.0',
      info: { title: 'A', version: '1' },
      host: 'a.test',
      basePath: '/v2',
      schemes: ['http'],
    }
    const { definition } = imported({ ...document, paths: { '/a': { get: ok } } }, { upstream: 'servers' })
    expect([...recordsOf(definition, 'upstream')]).toMatchObject([{ url: 'http://a.test/v2' }])
  })

  test('calls the same addresses where the base path is put before its routes', () => {
    const servers = [{ url: 'https://a.test/shop/v1' }]
    const upstreamOf = (basepath: 'prepend' | 'split') => {
      const { definition } = imported(openapi({ '/a': { get: ok } }, { servers }), {
        upstream: 'servers',
        basepath,
      })
      return [...recordsOf(definition, 'upstream')][0]?.url
    }
    expect([upstreamOf('prepend'), upstreamOf('split')]).toEqual(['https://a.test', 'https://a.test/shop'])
  })

  test('is refused when it is to be sent to its server and names none that can be called', () => {
    const { diagnostics, ...result } = importDocument(
      JSON.stringify(openapi({ '/a': { get: ok } }, { servers: [{ url: '/v1' }] })),
      { upstream: 'servers' },
    )
    expect(result.ok).toBe(false)
    expect(diagnostics).toMatchObject([
      { code: 'no-server', severity: 'error', location: { pointer: '/servers' } },
    ])
  })

  test('has no integration record when it has no operation', () => {
    expect([...recordsOf(imported(openapi({ '/a': {} })).definition, 'integration')]).toEqual([])
  })
})

test('a path of more segments than there may be is kept and not routed', () => {
  const deep = '/a'.repeat(200)
  const { definition, report } = imported(openapi({ [deep]: { get: ok }, [`${deep}/b`]: { get: ok } }))
  expect([...recordsOf(definition, 'method')]).toHaveLength(1)
  expect(report.warnings).toMatchObject([{ pointer: expect.stringMatching(/~1b$/), construct: 'path item' }])
})

test('every member of an integration becomes a field or is kept', () => {
  const value: JsonObject = {
    type: 'AWS_PROXY',
    httpMethod: 'POST',
    uri: 'arn:aws:lambda:function:f',
    payloadFormatVersion: 2,
    passthroughBehavior: 'never',
    contentHandling: 'CONVERT_TO_TEXT',
    timeoutInMillis: 500,
    responseTransferMode: 'STREAM',
    requestParameters: { 'integration.request.header.a': "'b'", bad: true },
    requestTemplates: { 'application/json': '{}' },
    tlsConfig: { insecureSkipVerification: true, serverNameToVerify: 'x' },
    credentials: 'arn',
    responses: {
      default: { statusCode: 200, responseParameters: { a: 'b' }, contentHandling: 'CONVERT_TO_BINARY' },
    },
  }
  const { definition, report } = imported(openapi({ '/a': { get: integration(value) } }), { type: 'HTTP' })
  const [record] = recordsOf(definition, 'integration')
  expect(record).toMatchObject({
    type: 'aws_proxy',
    httpMethod: 'POST',
    payloadFormatVersion: '2.0',
    passthroughBehavior: 'NEVER',
    contentHandling: 'CONVERT_TO_TEXT',
    timeoutMs: 500,
    responseTransferMode: 'STREAM',
    requestParameters: { 'integration.request.header.a': "'b'" },
    insecureSkipVerification: true,
    responses: {
      default: { statusCode: '200', responseParameters: { a: 'b' }, contentHandling: 'CONVERT_TO_BINARY' },
    },
  })
  expect(report.kept.map(({ construct }) => construct)).toContain('credentials')
  expect(report.kept.map(({ construct }) => construct)).not.toContain('responseTransferMode')
})

test.each([
  ['an HTTP proxy, which streams here all the same, is told', 'http_proxy', true],
  ['a function is what it is anyway', 'aws_proxy', false],
])('that answers are buffered of %s', (_, type, isTold) => {
  const value: JsonObject = { type, uri: 'https://a.example', responseTransferMode: 'BUFFERED' }
  const { definition, report } = imported(openapi({ '/a': { get: integration(value) } }))
  const [record] = recordsOf(definition, 'integration')
  expect(record).toMatchObject({ rest: { responseTransferMode: 'BUFFERED' } })
  expect(report.kept.some(({ construct }) => construct === 'responseTransferMode')).toBe(isTold)
})

test('named integrations of components are shared', () => {
  const $ref = '#/components/x-amazon-apigateway-integrations/back'
  const { definition } = imported(
    openapi(
      { '/a': { get: integration({ $ref }), post: integration({ $ref }) } },
      {
        components: {
          'x-amazon-apigateway-integrations': {
            back: { type: 'http_proxy', httpMethod: 'ANY', uri: 'http://x' },
          },
        },
      },
    ),
  )
  const [record] = recordsOf(definition, 'integration')
  expect(record).toMatchObject({ name: 'back', type: 'http_proxy', uri: 'http://x' })
  for (const method of recordsOf(definition, 'method')) expect(method.integration).toBe(record?.id)
})

describe('who may call', () => {
  const schemes: JsonObject = {
    lambda: {
      type: 'apiKey',
      name: 'Authorization',
      in: 'header',
      'x-amazon-apigateway-authorizer': { type: 'token' },
    },
    jwt: { type: 'oauth2', flows: {}, 'x-amazon-apigateway-authorizer': { type: 'jwt' } },
    iam: { type: 'apiKey', name: 'Authorization', in: 'header', 'x-amazon-apigateway-authtype': 'awsSigv4' },
    key: { type: 'apiKey', name: 'X-Api-Key', in: 'header' },
    docs: { type: 'http', scheme: 'bearer' },
    odd: { type: 'apiKey', 'x-amazon-apigateway-authorizer': { type: 'constructor' } },
    untyped: { type: 'apiKey', 'x-amazon-apigateway-authorizer': {} },
    text: { type: 'apiKey', 'x-amazon-apigateway-authorizer': 'token' },
    pools: { type: 'apiKey', 'x-amazon-apigateway-authtype': 'cognito_user_pools' },
  }
  const accessOf = (security: JsonObject[], compatibility: 'native' | 'aws') => {
    const { definition } = imported(
      openapi({ '/a': { get: { ...ok, security } } }, { components: { securitySchemes: schemes } }),
      { compatibility },
    )
    const [method] = recordsOf(definition, 'method')
    const authorizer = method?.authorizer && definition.get(method.authorizer)
    return {
      type: method?.authorizationType,
      scopes: method?.authorizationScopes,
      key: method?.apiKeyRequired,
      authorizer: authorizer && authorizer.kind === 'authorizer' ? authorizer.name : undefined,
    }
  }

  test.each(['native', 'aws'] as const)('authorizers count in %s', (compatibility) => {
    expect(accessOf([{ lambda: [] }], compatibility)).toMatchObject({ type: 'CUSTOM', authorizer: 'lambda' })
    expect(accessOf([{ jwt: ['a', 'b'] }], compatibility)).toMatchObject({ type: 'JWT', scopes: ['a', 'b'] })
    expect(accessOf([{ docs: [] }], compatibility)).toEqual({})
  })

  test('keys and signatures count where Amazon\u2019s behaviour is kept', () => {
    expect(accessOf([{ key: [] }], 'aws')).toMatchObject({ key: true })
    expect(accessOf([{ iam: [] }], 'aws')).toMatchObject({ type: 'AWS_IAM' })
    expect(accessOf([{ lambda: [], key: [] }], 'aws')).toMatchObject({ type: 'CUSTOM', key: true })
    expect(accessOf([{ key: [] }], 'native')).toEqual({})
    expect(accessOf([{ iam: [] }], 'native')).toEqual({})
  })

  test.each(['native', 'aws'] as const)('what is not understood closes the method in %s', (compatibility) => {
    for (const name of ['odd', 'untyped', 'text', 'pools'])
      expect(accessOf([{ [name]: [] }], compatibility)).toMatchObject({ type: 'CUSTOM', authorizer: name })
    expect(accessOf([{ gone: [] }], compatibility)).toMatchObject({ type: 'CUSTOM' })
    expect(accessOf([{ docs: [] }, { gone: [] }], compatibility)).toMatchObject({ type: 'CUSTOM' })
  })

  test('closing a method is said once for each reason', () => {
    const closed = { ...ok, security: [{ gone: [] }], 'x-amazon-apigateway-auth': { type: 'x' } }
    const { report } = imported(openapi({ '/a': { get: closed, put: closed } }))
    expect(report.warnings).toMatchObject([{ pointer: '/paths/~1a/get/security', construct: 'security' }])
  })

  test('a scheme that plain OpenAPI does not define is documentation', () => {
    const { definition } = imported(openapi({ '/a': { get: { ...ok, security: [{ gone: [] }] } } }))
    const [method] = recordsOf(definition, 'method')
    expect(method?.authorizationType).toBeUndefined()
  })

  test('Amazon\u2019s behaviour is the default for documents of API Gateway, not for descriptions of its services', () => {
    const compatibility = (document: JsonObject) =>
      [...recordsOf(imported(document).definition, 'api')][0]?.compatibility
    expect(compatibility(openapi({ '/a': { get: integration({ type: 'mock' }) } }))).toBe('aws')
    expect(
      compatibility(
        openapi({ '/a': { get: ok } }, { components: { securitySchemes: { iam: schemes['iam']! } } }),
      ),
    ).toBeUndefined()
  })
})

describe('what Amazon refuses', () => {
  const refusal = (value: JsonObject) => {
    return importDocument(JSON.stringify(openapi({ '/': { get: integration(value) } })), {
      compatibility: 'aws',
    }).refusal
  }
  test.each<[JsonObject, string]>([
    [
      { type: 'aws_proxy', httpMethod: 'POST', uri: 'arn:aws:apigateway:us-east-1:s3:path/b/k' },
      'currently only supports Lambda function and Firehose stream invocations.',
    ],
    [{ type: 'http', httpMethod: 'GET', uri: 'not-a-url' }, 'Invalid HTTP endpoint specified for URI'],
    [{ type: 'http', uri: 'http://x' }, 'Enumeration value for HttpMethod must be non-empty'],
    [
      { type: 'http', httpMethod: 'GET', uri: 'http://x', requestParameters: { a: 'method.request.path.b' } },
      'Invalid mapping expression specified',
    ],
    [
      {
        type: 'http',
        httpMethod: 'GET',
        uri: 'http://x',
        requestParameters: { a: 'method.request.querystring.b' },
      },
      'Invalid mapping expression specified',
    ],
  ])('%j', (value, said) => {
    expect(refusal(value)).toContain(
      `Errors found during import:\n\tUnable to put integration on 'GET' for resource at path '/': `,
    )
    expect(refusal(value)).toContain(said)
  })

  test('is a warning where nobody asked for Amazon\u2019s behaviour', () => {
    const { report } = imported(
      openapi({ '/': { get: integration({ type: 'http', httpMethod: 'GET', uri: '${terraform}' }) } }),
    )
    expect(report.warnings).toMatchObject([{ reason: expect.stringContaining('Invalid HTTP endpoint') }])
  })

  test('parameters that are declared, shared, referenced or in the path may be mapped', () => {
    const paths: JsonObject = {
      '/{p}': {
        parameters: [{ name: 'shared', in: 'query' }],
        get: {
          ...integration({
            type: 'http',
            httpMethod: 'GET',
            uri: 'http://x',
            requestParameters: {
              a: 'method.request.path.p',
              b: 'method.request.querystring.shared',
              c: 'method.request.header.H',
              d: 'context.x',
            },
          }),
          parameters: [{ $ref: '#/components/parameters/H' }],
        },
      },
    }
    const components = { parameters: { H: { name: 'H', in: 'header' } } }
    expect(
      importDocument(JSON.stringify(openapi(paths, { components })), { compatibility: 'aws' }).refusal,
    ).toBeUndefined()
  })
})

test('with failOnWarnings a warning refuses', () => {
  const document = JSON.stringify(
    openapi({ '/a': { get: { ...ok, operationId: 'x' }, put: { ...ok, operationId: 'x' } } }),
  )
  expect(importDocument(document).report.warnings).toHaveLength(1)
  expect(importDocument(document, { failOnWarnings: true })).toMatchObject({
    ok: false,
    records: [],
    refusal: expect.stringContaining('"x" is used twice'),
  })
})

test.each([
  ['{}', 'neither "openapi" nor "swagger"'],
  ['{"openapi": "4.0.0"}', 'Version "4.0.0"'],
  ['{"swagger": "1.2"}', 'Version "1.2"'],
  ['openapi: [', 'The YAML is broken'],
])('%s is refused with a reason', (text, reason) => {
  expect(importDocument(text)).toMatchObject({ ok: false, refusal: expect.stringContaining(reason) })
})

test('two paths that differ only in parameter names are two resources', () => {
  const { definition } = imported(openapi({ '/a/{x}': { get: ok }, '/a/{y}': { get: ok } }))
  expect([...recordsOf(definition, 'method')]).toHaveLength(2)
})

test('references that run in a circle, point outside or point nowhere are kept and never followed', () => {
  const schemas: JsonObject = {
    A: { $ref: '#/components/schemas/B' },
    B: { $ref: '#/components/schemas/A' },
    C: { $ref: 'http://127.0.0.1:1/x.json' },
  }
  const parameters: JsonObject = { P: { $ref: '#/components/parameters/P' } }
  const get = {
    ...integration({ type: 'mock', requestParameters: { a: 'method.request.header.x' } }),
    parameters: [{ $ref: '#/components/parameters/P' }, { $ref: 'file:///etc/passwd' }],
  }
  const { definition } = imported(openapi({ '/a': { get } }, { components: { schemas, parameters } }))
  expect([...recordsOf(definition, 'model')]).toHaveLength(3)
})

test('no JSON value makes it throw', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom('openapi', 'swagger', ''), (value, root) => {
      const document = isObject(value) ? { ...value, [root]: root === 'swagger' ? '2.0' : '3.1.0' } : value
      const { ok: accepted, refusal } = importDocument(JSON.stringify(document))
      expect(accepted).toBe(refusal === undefined)
    }),
  )
})

test('a VPC link is kept for the export, with its id, and the report says what makes it called', () => {
  const link = {
    type: 'http_proxy',
    httpMethod: 'GET',
    uri: 'http://nlb.example/v1',
    connectionType: 'VPC_LINK',
    connectionId: 'abc123',
  }
  const document = openapi({ '/a': { get: integration(link) } })
  const { definition, report } = imported(document)
  expect(report.kept).toContainEqual(
    expect.objectContaining({
      construct: 'connectionId',
      reason: expect.stringContaining('an upstream with targets'),
    }),
  )
  const exported = exportDocument(definition, { format: 'oas30', extensions: 'aws' })
  const text = JSON.stringify(exported)
  expect(text).toContain('"connectionType":"VPC_LINK"')
  expect(text).toContain('"connectionId":"abc123"')
})
