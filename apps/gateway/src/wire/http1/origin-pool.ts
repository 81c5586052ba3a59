import net from 'node:net'
import tls from 'node:tls'
import { UpstreamTimeoutError, WireError } from '../client.ts'
import type { UpstreamTls } from '../upstream-tls.ts'
import { readBuffer } from './shared-reads.ts'
import type { Ticker } from './ticker.ts'
import type { Http1Call } from './upstream-call.ts'
import { type ConnectionLimits, type ConnectionOwner, UpstreamConnection } from './upstream-connection.ts'

export interface PoolOptions extends ConnectionLimits {
  /** At most; further calls wait for one. */
  readonly connections: number
}

/** The connections to one origin. The one that was used last is used next, so that those too many come to rest. */
export class OriginPool implements ConnectionOwner {
  /** For requests that name no host. */
  readonly host: string
  readonly #secure: boolean
  readonly #connectTo: { readonly host: string; readonly port: number }
  readonly #tls: UpstreamTls
  readonly #options: PoolOptions
  readonly #ticker: Ticker
  readonly #all = new Set<UpstreamConnection>()
  readonly #idle: UpstreamConnection[] = []
  #waiting: Http1Call[] = []
  #session: Buffer | undefined
  #isRetired = false

  /** Throws WIRE_REQUEST_INVALID when the origin is none. */
  constructor(origin: string, spoken: UpstreamTls, options: PoolOptions, ticker: Ticker) {
    if (!URL.canParse(origin)) throw new WireError('WIRE_REQUEST_INVALID', `no origin: ${origin}`)
    const { protocol, hostname, host, port } = new URL(origin)
    if (protocol !== 'http:' && protocol !== 'https:')
      throw new WireError('WIRE_REQUEST_INVALID', `no origin: ${origin}`)
    this.host = host
    this.#secure = protocol === 'https:'
    this.#connectTo = {
      host: hostname.startsWith('[') ? hostname.slice(1, -1) : hostname,
      port: port === '' ? (this.#secure ? 443 : 80) : Number(port),
    }
    this.#tls = spoken
    this.#options = options
    this.#ticker = ticker
  }

  get now(): number {
    return this.#ticker.now
  }

  get isEmpty(): boolean {
    return this.#all.size === 0 && this.#waiting.length === 0
  }

  dispatch(call: Http1Call): void {
    for (let connection = this.#idle.pop(); connection !== undefined; connection = this.#idle.pop())
      if (connection.isUsable) return connection.take(call)
    if (this.#all.size < this.#options.connections) this.#connect(call)
    else this.#waiting.push(call)
  }

  released(connection: UpstreamConnection): void {
    const call = this.#nextWaiting()
    if (call !== undefined) connection.take(call)
    else if (this.#isRetired) connection.destroy(new WireError('WIRE_CLOSED', 'the pool is closed'))
    else this.#idle.push(connection)
  }

  closed(connection: UpstreamConnection): void {
    this.#all.delete(connection)
    const at = this.#idle.indexOf(connection)
    if (at >= 0) this.#idle.splice(at, 1)
    const call = this.#nextWaiting()
    if (call !== undefined) this.#connect(call)
  }

  tick(now: number): void {
    for (const connection of this.#all) connection.tick(now)
    if (this.#waiting.length === 0) return
    const late = this.#waiting.filter((call) => now > call.deadline)
    if (late.length === 0) return
    this.#waiting = this.#waiting.filter((call) => !late.includes(call))
    for (const call of late)
      call.fail(new UpstreamTimeoutError(`no connection was free within ${call.request.timeoutMs} ms`))
  }

  /** Calls under way finish; nothing is kept after them. */
  retire(): void {
    this.#isRetired = true
    for (let connection = this.#idle.pop(); connection !== undefined; connection = this.#idle.pop())
      connection.destroy(new WireError('WIRE_CLOSED', 'the pool is closed'))
  }

  destroy(): void {
    const error = new WireError('WIRE_CLOSED', 'the client is closed')
    const waiting = this.#waiting
    this.#waiting = []
    for (const call of waiting) call.fail(error)
    for (const connection of this.#all) connection.destroy(error)
  }

  #nextWaiting(): Http1Call | undefined {
    let call = this.#waiting.shift()
    while (call?.isSettled) call = this.#waiting.shift()
    return call
  }

  #connect(call: Http1Call): void {
    const socket = this.#secure ? this.#secured() : this.#plain(() => connection)
    const connection = new UpstreamConnection(socket, this, this.#options, call)
    this.#all.add(connection)
    socket.on(this.#secure ? 'secureConnect' : 'connect', () => connection.connected())
    socket.on('error', (error) => connection.errored(error))
    socket.on('end', () => connection.end())
    socket.on('close', () => connection.closed())
    if (this.#secure) socket.on('data', (chunk: Buffer) => connection.read(chunk, 0, chunk.length))
  }

  #plain(connection: () => UpstreamConnection): net.Socket {
    return net.connect({
      ...this.#connectTo,
      noDelay: true,
      onread: {
        buffer: readBuffer,
        callback(length) {
          connection().read(readBuffer, 0, length)
          return true
        },
      },
    })
  }

  #secured(): tls.TLSSocket {
    const { host } = this.#connectTo
    const socket = tls.connect({
      ...this.#connectTo,
      ...(net.isIP(host) === 0 ? { servername: host } : {}),
      ...(this.#session === undefined ? {} : { session: this.#session }),
      ...this.#tls.options,
      ALPNProtocols: ['http/1.1'],
    })
    socket.setNoDelay(true)
    socket.on('session', (session) => {
      this.#session = session
    })
    return socket
  }
}
