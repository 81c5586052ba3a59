import type { WireClient } from './client.ts'
import { Http1Client } from './http1/http1-client.ts'
import { listenHttp1 } from './http1/http1-server.ts'
import { listenNode } from './node-server.ts'
import type { ListenWire } from './server.ts'
import { UndiciClient } from './undici-client.ts'

export interface ClientOptions {
  /** Connections per origin, at most. */
  readonly connections: number
  readonly connectTimeoutMs: number
}

/** Both sides of the HTTP core. */
export interface HttpCore {
  readonly listen: ListenWire
  client(options: ClientOptions): WireClient
}

/** Our own codec, and node:http with undici to fall back on. */
export const httpCores = {
  own: { listen: listenHttp1, client: (options) => new Http1Client(options) },
  node: { listen: listenNode, client: (options) => new UndiciClient(options) },
} satisfies Record<string, HttpCore>

export type HttpCoreName = keyof typeof httpCores

/** The core that an environment variable names; nothing names our own. Throws when it names none. */
export function httpCoreNamed(name: string | undefined): HttpCoreName {
  if (name === undefined || name === '') return 'own'
  if (Object.hasOwn(httpCores, name)) return name as HttpCoreName
  throw new Error(`${JSON.stringify(name)} is no HTTP core: ${Object.keys(httpCores).join(' or ')}`)
}
