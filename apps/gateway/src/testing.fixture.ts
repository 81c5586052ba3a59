import { mkdtemp, rm } from 'node:fs/promises'
import http from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type Bundle,
  bundleHash,
  type BundleIntegration,
  type BundleRoute,
  type StageState,
} from '@penstock/bundle'
import { fakeControlPlane, type FakeControlPlane } from './sync/control-plane.fixture.ts'
import { silentLog } from './log.ts'
import type { GatewayOptions } from './options.ts'
import { type Gateway, startGateway } from './start-gateway.ts'
import { httpCoreNamed } from './wire/http-core.ts'

/** A bundle written by hand: routes as `METHOD /path`, each with the integration at the same place, or the only one. */
export function handBundle(
  routes: readonly (string | BundleRoute)[],
  integrations: readonly BundleIntegration[],
  rest: Partial<Omit<Bundle, 'api' | 'routes' | 'integrations'>> & { api?: Partial<Bundle['api']> } = {},
): Bundle {
  return {
    format: 1,
    functions: [],
    gatewayResponses: {},
    bodies: [],
    ...rest,
    api: {
      id: 'api_1',
      name: 'Orders',
      type: 'REST',
      compatibility: 'native',
      binaryMediaTypes: [],
      ...rest.api,
    },
    routes: routes.map((route, index) => {
      if (typeof route !== 'string') return route
      const [method = '', path = ''] = route.split(' ')
      return {
        id: `met_${index}`,
        resource: `res_${index}`,
        method,
        path,
        integration: Math.min(index, integrations.length - 1),
      }
    }),
    integrations: [...integrations],
  }
}

export function httpProxy(
  uri: string,
  more: Partial<Extract<BundleIntegration, { kind: 'http' }>> = {},
): BundleIntegration {
  return { kind: 'http', proxy: true, uri, timeoutMs: 5_000, responses: [], ...more }
}

export function packed(bundle: Bundle): { bytes: Uint8Array; hash: string } {
  const bytes = Buffer.from(JSON.stringify(bundle))
  return { bytes, hash: bundleHash(bytes) }
}

export interface TestGateway extends AsyncDisposable {
  readonly gateway: Gateway
  readonly controlPlane: FakeControlPlane
  readonly dataDirectory: string
  /** Deploys to a stage and waits until the gateway has acked; answers the ack's line. */
  deploy(bundle: Bundle, stage?: Partial<StageState>): Promise<FakeControlPlane['acks'][number]>
  /** A call of `orders`' stage `dev`, by path. */
  call(path: string, options?: CallOptions): Promise<Answer>
}

export interface CallOptions {
  readonly method?: string
  readonly headers?: Record<string, string | string[]>
  readonly body?: string | Buffer
  /** Instead of `/orders/dev` + path. */
  readonly target?: string
  readonly signal?: AbortSignal
  /** Whose connections are used; absent: a connection of its own. */
  readonly agent?: http.Agent
}

export interface Answer {
  readonly status: number
  readonly headers: http.IncomingHttpHeaders
  readonly rawHeaders: string[]
  readonly body: string
}

export const testOptions = {
  port: 0,
  host: '127.0.0.1',
  adminPort: 0,
  adminHost: '127.0.0.1',
  tls: null,
  domain: 'gateway.localhost',
  token: 'secret',
  publicUrl: undefined,
  graceMs: 5_000,
  log: silentLog,
  reconnectMs: 10,
  telemetryMs: 20,
  http: httpCoreNamed(process.env['PENSTOCK_GATEWAY_HTTP']),
} satisfies Partial<GatewayOptions>

/** A gateway with a control plane of its own, both gone when the scope ends. */
export async function testGateway({
  errorPages,
  ...options
}: Partial<GatewayOptions> & { errorPages?: string } = {}): Promise<TestGateway> {
  const controlPlane = await fakeControlPlane('secret', errorPages)
  const dataDirectory = options.dataDirectory ?? (await mkdtemp(join(tmpdir(), 'penstock-gateway-')))
  const gateway = await startGateway({
    ...testOptions,
    serverUrl: controlPlane.url,
    dataDirectory,
    ...options,
  })
  return {
    gateway,
    controlPlane,
    dataDirectory,
    async deploy(bundle, stage = {}) {
      const { bytes, hash } = packed(bundle)
      controlPlane.bundles.set(hash, bytes)
      return await controlPlane.want({
        api: 'orders',
        stage: 'dev',
        bundle: hash,
        version: 1,
        deployment: 'dep_1',
        settings: { variables: {} },
        ...stage,
      })
    },
    call: (path, call = {}) => callUrl(`${gateway.url}${call.target ?? `/orders/dev${path}`}`, call),
    async [Symbol.asyncDispose]() {
      await controlPlane[Symbol.asyncDispose]()
      await gateway.close()
      if (options.dataDirectory === undefined) await rm(dataDirectory, { recursive: true, force: true })
    },
  }
}

/** A request exactly as given: no header of its own but Host. Rejects when the answer is cut. */
export function callUrl(
  url: string,
  { method = 'GET', headers = {}, body, signal, agent }: CallOptions = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url)
    const path = url.slice(url.indexOf('/', 'http://'.length))
    const request = http.request({
      hostname,
      port,
      path,
      method,
      headers,
      agent: agent ?? false,
      ...(signal ? { signal } : {}),
    })
    request.on('error', reject)
    request.on('response', (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', reject)
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          rawHeaders: response.rawHeaders,
          body: Buffer.concat(parts).toString('utf8'),
        }),
      )
    })
    request.end(body)
  })
}
