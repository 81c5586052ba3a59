import { embeddedDatabase } from '@penstock/testkit'
import type { FastifyInstance, RouteOptions } from 'fastify'
import { createApp } from '../app.ts'
import { ensureBootstrapToken } from '../auth/api-tokens.ts'
import { newSetupToken } from '../auth/setup.ts'
import { type Core, createCore } from '../core.ts'
import { createLog } from './log.ts'
import { createShell } from './shell.ts'

/** Host that the requests of tests name. */
export const testHost = 'penstock.test:9000'

export interface TestApp extends AsyncDisposable {
  readonly app: FastifyInstance
  readonly core: Core
  /** API token of an administrator. */
  readonly token: string
  /** Of the link that makes the first administrator. */
  readonly setupToken: string
  /** Moves the clock that everything here goes by. */
  pass(milliseconds: number): void
  /** One call with a JSON body, as a program with this token (the administrator's when absent, nobody when null). */
  call(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    body?: unknown,
    token?: string | null,
  ): Promise<Answer>
}

export interface Answer {
  readonly status: number
  readonly json: Record<string, unknown>
  readonly text: string
  readonly headers: Record<string, unknown>
}

export interface TestAppOptions {
  readonly importLimit?: number
  readonly publicUrl?: string
  readonly onRoute?: (route: RouteOptions) => void
}

/** The control plane over a database of its own, without a socket. */
export async function testApp(options: TestAppOptions = {}): Promise<TestApp> {
  const { importLimit = 1_000_000, publicUrl, onRoute } = options
  const database = await embeddedDatabase()
  let now = Date.now()
  const clock = { now: () => new Date(now) }
  const core = await createCore({ database, dataDir: database.dataDir, clock, importLimitBytes: importLimit })
  const closing = new AbortController()
  const shell = createShell({
    publicUrl,
    gatewayToken: 'the-gateway-token',
    gatewayDomain: 'gateway.localhost',
    gatewayPort: 9080,
    importLimit,
    closing: closing.signal,
    now: () => now,
  })
  const token = 'pst_bootstrap'
  await ensureBootstrapToken(core, token)
  const setupToken = (await newSetupToken(core.db))!
  const app = await createApp({ core, shell, log: createLog('silent'), ...(onRoute ? { onRoute } : {}) })
  await app.ready()
  return {
    app,
    core,
    token,
    setupToken,
    pass: (milliseconds) => void (now += milliseconds),
    async call(method, url, body, as = token) {
      const answer = await app.inject({
        method,
        url,
        headers: {
          host: testHost,
          ...(as === null ? {} : { authorization: `Bearer ${as}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
      })
      return {
        status: answer.statusCode,
        json: jsonOf(answer.body),
        text: answer.body,
        headers: answer.headers,
      }
    },
    async [Symbol.asyncDispose]() {
      closing.abort()
      await app.close()
      await core[Symbol.asyncDispose]()
      await database.close()
    },
  }
}

function jsonOf(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return {} // not every answer is JSON; those tests look at the text
  }
}
