import { createHash, createHmac } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { SignatureV4 } from '@smithy/signature-v4'
import type { AwsCredentials } from '../sigv4/credentials.ts'
import type { AwsSettings } from './aws-settings.ts'

/** A call as it came, with whether Amazon's own code makes the same signature of it. */
export interface ServiceCall {
  readonly method: string
  /** Path and query. */
  readonly target: string
  readonly headers: http.IncomingHttpHeaders
  readonly body: string
  /** Empty when the signature is right, else what is wrong. */
  readonly signature: string
  /** `region/service` of the signature. */
  readonly scope: string
}

export interface ServiceAnswer {
  readonly status?: number
  readonly headers?: Record<string, string>
  readonly body?: string
}

export interface FakeService extends AsyncDisposable {
  readonly url: string
  readonly calls: ServiceCall[]
  /** Settings of a gateway whose every service this is. */
  readonly settings: AwsSettings
}

export const testCredentials: AwsCredentials = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'a secret that nobody reads',
  sessionToken: 'a token',
}

/** A service that keeps what it is called with, checks its signature by another implementation than ours, and answers. */
export async function fakeService(
  respond: (call: ServiceCall) => ServiceAnswer | ((response: http.ServerResponse) => void) = () => ({}),
): Promise<FakeService> {
  const calls: ServiceCall[] = []
  const server = http.createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      void received(request, Buffer.concat(parts)).then((call) => {
        calls.push(call)
        const answer = respond(call)
        if (typeof answer === 'function') return answer(response)
        const { status = 200, headers = { 'Content-Type': 'application/json' }, body = '{}' } = answer
        response.writeHead(status, headers).end(body)
      })
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    calls,
    settings: settingsFor(url),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export function settingsFor(url: string): AwsSettings {
  return { credentials: testCredentials, region: 'eu-west-1', endpoints: new Map([['', url]]) }
}

async function received(request: http.IncomingMessage, body: Buffer): Promise<ServiceCall> {
  const { method = '', url = '', headers } = request
  const authorization = headers.authorization ?? ''
  const [, scope = '', signedHeaders = ''] =
    /Credential=[^/]+\/\d+\/([^/]+\/[^/]+)\/aws4_request, SignedHeaders=([^,]+)/.exec(authorization) ?? []
  const expected = await signedBySmithy(method, url, headers, body, scope, signedHeaders.split(';'))
  return {
    method,
    target: url,
    headers,
    body: body.toString('utf8'),
    signature: expected === authorization ? '' : `expected ${expected}, got ${authorization}`,
    scope,
  }
}

async function signedBySmithy(
  method: string,
  target: string,
  headers: http.IncomingHttpHeaders,
  body: Buffer,
  scope: string,
  signed: readonly string[],
): Promise<string> {
  const [region = '', service = ''] = scope.split('/')
  const date = String(headers['x-amz-date'] ?? '')
  const iso = date.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z')
  if (Number.isNaN(Date.parse(iso))) return 'a date'
  const url = new URL(target, 'http://host.invalid')
  const signer = new SignatureV4({
    credentials: testCredentials,
    region,
    service,
    sha256: Sha256,
    uriEscapePath: service !== 's3',
    applyChecksum: service === 's3',
  })
  const { headers: made } = await signer.sign(
    {
      method,
      protocol: 'http:',
      hostname: 'host.invalid',
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      headers: Object.fromEntries(signed.map((name) => [name, String(headers[name] ?? '')])),
      ...(body.length === 0 ? {} : { body }),
    },
    { signingDate: new Date(iso) },
  )
  return made['authorization'] ?? ''
}

/** SHA-256 and its HMAC, in the form that Amazon's signer takes them. */
export class Sha256 {
  #hash
  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', bytesOf(secret))
  }
  update(data: string | ArrayBuffer | ArrayBufferView): void {
    this.#hash.update(bytesOf(data))
  }
  digest(): Promise<Uint8Array> {
    return Promise.resolve(this.#hash.digest())
  }
}

function bytesOf(data: string | ArrayBuffer | ArrayBufferView): Uint8Array {
  if (typeof data === 'string') return Buffer.from(data)
  return data instanceof ArrayBuffer
    ? new Uint8Array(data)
    : new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
}
