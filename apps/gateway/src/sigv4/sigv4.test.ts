import { createHash, createHmac } from 'node:crypto'
import { SignatureV4 } from '@smithy/signature-v4'
import aws4 from 'aws4'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Sha256 } from '../aws/service.fixture.ts'
import { headerValue } from '../headers.ts'
import { canonicalPath, canonicalQuery, canonicalRequest, sha256Hex } from './canonical-request.ts'
import { encodeStrictly } from './encode.ts'
import { presignQuery } from './presign.ts'
import { type SignOptions, signRequest } from './sign.ts'
import { signatureOf } from './signature.ts'

/** The credentials, day and service of Amazon's published test suite. */
const credentials = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
}
const at = Date.UTC(2015, 7, 30, 12, 36, 0)
const suite = { credentials, scope: { region: 'us-east-1', service: 'service' }, at }

interface Given {
  readonly method?: string
  readonly path?: string
  readonly query?: string
  readonly headers?: readonly string[]
  readonly body?: string
}

function signed(
  { method = 'GET', path = '/', query = '', headers = [], body }: Given,
  options: SignOptions = suite,
) {
  const request = {
    method,
    path,
    query,
    headers: ['Host', 'example.amazonaws.com', ...headers],
    body: body === undefined ? null : Buffer.from(body),
  }
  return signRequest(request, options)
}

const signature = (headers: readonly string[]) =>
  /Signature=(\w+)/.exec(headerValue(headers, 'authorization') ?? '')?.[1]

describe("Amazon's published signatures", () => {
  test.each<[string, Given, string]>([
    ['get-vanilla', {}, '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31'],
    [
      'get-vanilla-query-order-key-case',
      { query: 'Param2=value2&Param1=value1' },
      'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500',
    ],
    ['post-vanilla', { method: 'POST' }, '5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b'],
  ])('%s', (_, given, expected) => {
    expect(signature(signed(given))).toBe(expected)
  })

  test('the IAM example of the documentation', () => {
    const headers = signRequest(
      {
        method: 'GET',
        path: '/',
        query: 'Action=ListUsers&Version=2010-05-08',
        headers: [
          'Host',
          'iam.amazonaws.com',
          'Content-Type',
          'application/x-www-form-urlencoded; charset=utf-8',
        ],
        body: null,
      },
      { credentials, scope: { region: 'us-east-1', service: 'iam' }, at },
    )
    expect(headerValue(headers, 'authorization')).toBe(
      'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request, ' +
        'SignedHeaders=content-type;host;x-amz-date, ' +
        'Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7',
    )
  })

  test('a presigned GET of an S3 object', () => {
    const query = presignQuery(
      { method: 'GET', path: '/test.txt', query: '', headers: ['Host', 'examplebucket.s3.amazonaws.com'] },
      {
        credentials: {
          accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
          secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
        },
        scope: { region: 'us-east-1', service: 's3' },
        at: Date.UTC(2013, 4, 24),
        expiresSeconds: 86_400,
      },
    )
    expect(query).toContain(
      'X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
    )
  })
})

test('headers are trimmed, their blanks made one, lines of a name joined, and what proxies change left out', () => {
  const headers = ['B', '  a   b ', 'a', '2', 'A', '1', 'User-Agent', 'x', 'Host', 'h']
  const names = new Set(['a', 'b', 'host', 'absent'])
  const { text, signedHeaders } = canonicalRequest(
    { method: 'GET', path: '', query: '', headers },
    names,
    'hash',
    'double',
  )
  expect(text).toBe('GET\n/\n\na:2,1\nb:a b\nhost:h\n\na;b;host\nhash')
  expect(signedHeaders).toBe('a;b;host')
})

test.each([
  ['/a/./b/../c', '/a/c'],
  ['//a//b/', '/a/b/'],
  ['/a%20b', '/a%2520b'],
  ['', '/'],
  ['/a/..', '/'],
])('the path %j counts as %j, and as it is for S3', (path, canonical) => {
  expect(canonicalPath(path, 'double')).toBe(canonical)
  const segments = path === '' ? '/' : path
  expect(canonicalPath(path, 'single')).toBe(segments)
})

test('parameters are read as a server reads them, whatever way they are written', () => {
  expect(canonicalQuery('b=2&a=x+y&a=%78%20%7E&c&&X-Amz-Signature=1')).toBe('a=x%20y&a=x%20~&b=2&c=')
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }))),
      (pairs) => {
        const plain = pairs.filter(([name]) => name !== '' && name !== 'X-Amz-Signature')
        const strict = plain.map(([name, value]) => `${encodeStrictly(name)}=${encodeStrictly(value)}`)
        const loose = new URLSearchParams(plain).toString()
        expect(canonicalQuery(loose)).toBe(canonicalQuery(strict.reverse().join('&')))
      },
    ),
  )
})

test('temporary credentials bring their token, signed; a caller brings no Authorization or token of its own', () => {
  const headers = signed(
    { headers: ['Authorization', 'x', 'X-Amz-Security-Token', 'theirs'] },
    { ...suite, credentials: { ...credentials, sessionToken: 'ours' } },
  )
  expect(headers.filter((part) => /^authorization$/i.test(part))).toHaveLength(1)
  expect(headerValue(headers, 'x-amz-security-token')).toBe('ours')
  expect(headerValue(headers, 'authorization')).toContain(
    'SignedHeaders=host;x-amz-date;x-amz-security-token,',
  )
})

const segment = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text !== '.' && text !== '..')
const request = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE'),
  segments: fc.array(segment, { maxLength: 4 }),
  query: fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z ~+/é]{1,8}$/), fc.string({ unit: 'grapheme' })), {
    selector: ([name]) => name,
  }),
  header: fc.stringMatching(/^[!-~]([ -~]{0,10}[!-~])?$/),
  body: fc.string({ unit: 'grapheme', minLength: 1 }),
  token: fc.option(fc.stringMatching(/^[A-Za-z0-9+/=]{4,20}$/), { nil: undefined }),
  service: fc.constantFrom('sqs', 's3', 'execute-api', 'dynamodb'),
})

test("Amazon's own signer makes the same signature of any request", async () => {
  await fc.assert(
    fc.asyncProperty(request, async ({ method, segments, query, header, body, token, service }) => {
      const path = `/${segments.map(encodeStrictly).join('/')}`
      const options = {
        credentials: { ...credentials, ...(token === undefined ? {} : { sessionToken: token }) },
        scope: { region: 'eu-west-1', service },
        at,
      }
      const ours = signRequest(
        {
          method,
          path,
          query: query.map(([name, value]) => `${encodeStrictly(name)}=${encodeStrictly(value)}`).join('&'),
          headers: ['Host', 'h.example', 'X-Amz-Target', header, 'User-Agent', 'x'],
          body: Buffer.from(body),
        },
        options,
      )
      const signer = new SignatureV4({
        credentials: options.credentials,
        region: 'eu-west-1',
        service,
        sha256: Sha256,
        uriEscapePath: service !== 's3',
        applyChecksum: service === 's3',
      })
      const theirs = await signer.sign(
        {
          method,
          protocol: 'https:',
          hostname: 'h.example',
          path,
          query: Object.fromEntries(query),
          headers: { host: 'h.example', 'x-amz-target': header, 'user-agent': 'x' },
          body,
        },
        { signingDate: new Date(at) },
      )
      expect(headerValue(ours, 'authorization')).toBe(theirs.headers['authorization'])
    }),
  )
})

test('aws4 makes the same signature of a call as the gateway makes it', () => {
  const body = '{"Message":"é"}'
  const path = '/2015-03-31/functions/arn%3Aaws%3Alambda%3Aeu-west-1%3A1%3Afunction%3Ahello/invocations'
  const headers = {
    Host: 'lambda.eu-west-1.amazonaws.com',
    'Content-Type': 'application/json',
    'X-Amz-Date': '20150830T123600Z',
  }
  const theirs = aws4.sign(
    {
      method: 'POST',
      path,
      service: 'lambda',
      region: 'eu-west-1',
      headers,
      body,
      doNotModifyHeaders: false,
    },
    credentials,
  )
  const length = String(Buffer.byteLength(body))
  const ours = signRequest(
    {
      method: 'POST',
      path,
      query: '',
      headers: [...Object.entries(headers).flat(), 'Content-Length', length],
      body: Buffer.from(body),
    },
    { credentials, scope: { region: 'eu-west-1', service: 'lambda' }, at },
  )
  expect(headerValue(ours, 'authorization')).toBe(theirs.headers?.['Authorization'])
})

/** A text as a client puts it on the wire: in UTF-8, read as one character a byte. */
const wire = (text: string) => Buffer.from(text, 'utf8').toString('latin1')

const piece = fc.constantFrom(
  'a',
  '.',
  '..',
  '',
  '%E9',
  '%e9',
  '%2F',
  '%41',
  '%',
  '%zz',
  '~',
  "!'()*",
  '+',
  ':@$,',
)
const raw = fc.record({
  path: fc.array(piece, { maxLength: 6 }).map((pieces) => `/${pieces.join('/')}`),
  header: fc
    .array(fc.constantFrom('a', 'é', 'à', '…', '\u{1F600}', 'ÿ', '"'), { minLength: 1, maxLength: 4 })
    .chain((words) => fc.constantFrom(words.join(' '), ` ${words.join('  ')} `, words.join(' \t'))),
})

test('of odd paths and of headers in any alphabet, signatures are those of both signers', async () => {
  await fc.assert(
    fc.asyncProperty(raw, async ({ path, header }) => {
      const ours = signRequest(
        {
          method: 'GET',
          path,
          query: '',
          headers: ['Host', 'h.example', 'X-Note', wire(header)],
          body: null,
        },
        { ...suite, scope: { region: 'eu-west-1', service: 'execute-api' } },
      )
      const signer = new SignatureV4({
        credentials,
        region: 'eu-west-1',
        service: 'execute-api',
        sha256: Sha256,
        applyChecksum: false,
      })
      const theirs = await signer.sign(
        {
          method: 'GET',
          protocol: 'https:',
          hostname: 'h.example',
          path,
          query: {},
          headers: { host: 'h.example', 'x-note': header },
        },
        { signingDate: new Date(at) },
      )
      expect(headerValue(ours, 'authorization')).toBe(theirs.headers['authorization'])
      const others = aws4.sign(
        {
          method: 'GET',
          path,
          service: 'execute-api',
          region: 'eu-west-1',
          headers: { Host: 'h.example', 'X-Note': header, 'X-Amz-Date': '20150830T123600Z' },
        },
        credentials,
      )
      expect(headerValue(ours, 'authorization')).toBe(others.headers?.['Authorization'])
    }),
  )
})

test('what is signed is what is sent: a header in Latin-1 counts as its bytes', () => {
  const { text } = canonicalRequest(
    { method: 'GET', path: '/', query: '', headers: ['host', 'h', 'x', '\xa0\xe9 \t\x85'] },
    new Set(['host', 'x']),
    'hash',
    'double',
  )
  const bytes = Buffer.from('GET\n/\n\nhost:h\nx:\xa0\xe9 \x85\n\nhost;x\nhash', 'latin1')
  expect(Buffer.from(text, 'latin1')).toEqual(bytes)
  const scope = { region: 'r', service: 's' }
  const step = (key: string | Buffer, value: string) => createHmac('sha256', key).update(value).digest()
  const key = ['r', 's', 'aws4_request'].reduce(step, step('AWS4secret', '20150830'))
  const digest = createHash('sha256').update(bytes).digest('hex')
  expect(signatureOf(text, 'secret', '20150830T123600Z', scope)).toBe(
    step(key, `AWS4-HMAC-SHA256\n20150830T123600Z\n20150830/r/s/aws4_request\n${digest}`).toString('hex'),
  )
})

test('each escape counts as the byte it stands for, whatever stands beside it', () => {
  expect(canonicalQuery('a=%E9%20%7e%zz&b=%e9+%')).toBe('a=%E9%20~%25zz&b=%E9%20%25')
  expect(canonicalPath('/%e9%7E/%2f/\xe9%', 'single')).toBe('/%E9~/%2F/%E9%25')
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(bytes, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), (given, isEscaped) => {
      const characters = Array.from(given, (byte) => String.fromCharCode(byte))
      const escapes = Array.from(given, (byte) => `%${byte.toString(16).padStart(2, '0')}`)
      // What means something in a path or a query has to be escaped there.
      const mixed = characters.map((character, i) =>
        isEscaped[i] || /[%/&=+]/.test(character) ? escapes[i] : character,
      )
      expect(canonicalQuery(`x=${mixed.join('')}`)).toBe(canonicalQuery(`x=${escapes.join('')}`))
      expect(canonicalPath(`/${mixed.join('')}`, 'single')).toBe(
        canonicalPath(`/${escapes.join('')}`, 'single'),
      )
    }),
  )
})

test('any change to what is signed changes the signature', () => {
  const base = { method: 'POST', path: '/a/b', query: 'x=1', headers: ['A', '1'], body: 'body' }
  const changes: Given[] = [
    { method: 'PUT' },
    { path: '/a/c' },
    { query: 'x=2' },
    { headers: ['A', '2'] },
    { headers: [] },
    { body: 'Body' },
  ]
  const all = [base, ...changes.map((change) => ({ ...base, ...change }))].map((one) =>
    signature(signed(one)),
  )
  expect(new Set(all).size).toBe(all.length)
  expect(signatureOf('x', 'secret', '20150830T000000Z', suite.scope)).not.toBe(
    signatureOf('x', 'secret', '20150831T000000Z', suite.scope),
  )
  expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
})
