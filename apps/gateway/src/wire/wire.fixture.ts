import net from 'node:net'
import type { RawHeaders } from '../headers.ts'
import type { HttpCoreName } from './http-core.ts'
import { httpCores } from './http-core.ts'
import type { WireHandler, WireRequest, WireServer, WireServerOptions } from './server.ts'

/** No request is for a WebSocket. */
const noSockets: WireServerOptions['sockets'] = {
  isUpgrade: () => false,
  handle: () => undefined,
  messageBytesMax: 1024,
}

/** Those of a server on a free port. */
export function serverOptions(options: Partial<WireServerOptions> = {}): WireServerOptions {
  return {
    sockets: noSockets,
    port: 0,
    host: '127.0.0.1',
    maxHeaderBytes: 16 * 1024,
    headTimeoutMs: 10_000,
    requestTimeoutMs: 30_000,
    idleTimeoutMs: 10_000,
    errorPages: () => null,
    ...options,
  }
}

export interface TestServer extends AsyncDisposable {
  readonly server: WireServer
  readonly port: number
}

/** A server of one core on a free port, cut when its scope ends. */
export async function wireServer(
  core: HttpCoreName,
  handler: WireHandler,
  options: Partial<WireServerOptions> = {},
): Promise<TestServer> {
  const server = await httpCores[core].listen(serverOptions(options), handler)
  return { server, port: server.port, [Symbol.asyncDispose]: () => server.close(0) }
}

/** What a handler was asked. */
export interface Seen {
  readonly method: string
  readonly target: string
  readonly version: string
  readonly headers: RawHeaders
  readonly body: string
}

/** The request with its whole body; rejects when the body breaks off. */
export async function seenOf(request: WireRequest): Promise<Seen> {
  const { method, target, version, headers } = request
  const parts: Buffer[] = []
  for await (const part of request.body ?? []) parts.push(part as Buffer)
  return { method, target, version, headers: [...headers], body: Buffer.concat(parts).toString('latin1') }
}

/** A handler that reads each request and answers 200 with its target; the requests it read, in the order they came. */
export function collecting(): { handler: WireHandler; seen: Seen[] } {
  const seen: Seen[] = []
  let before: Promise<unknown> = Promise.resolve()
  const handler: WireHandler = (request, response) => {
    const reading = seenOf(request).then(
      (whole) => {
        response.head(200, ['Content-Length', String(whole.target.length)])
        response.end(whole.target)
        return whole
      },
      // Its connection is closed; there is nobody to answer.
      () => null,
    )
    before = before.then(async () => {
      const whole = await reading
      if (whole !== null) seen.push(whole)
    })
  }
  return { handler, seen }
}

/**
 * Sends the pieces one after the other, each in a packet of its own, and answers all that came until the close. `to`: a port on this
 * machine, or the path of a socket.
 */
export function rawExchange(to: number | string, pieces: readonly (string | Buffer)[]): Promise<string> {
  return new Promise((resolve) => {
    const parts: Buffer[] = []
    const address = typeof to === 'string' ? { path: to } : { port: to, host: '127.0.0.1', noDelay: true }
    const socket = net.connect(address, () => {
      const send = (at: number) => {
        const piece = pieces[at]
        if (piece === undefined || socket.destroyed) return
        socket.write(typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece, () =>
          setImmediate(send, at + 1),
        )
      }
      send(0)
    })
    socket.on('data', (part) => parts.push(part))
    // The server may cut; what came until then is the answer.
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(Buffer.concat(parts).toString('latin1')))
  })
}

/** A client that is watched: what it received so far, and promises of more. */
export class RawClient {
  readonly socket: net.Socket
  readonly closed: Promise<void>
  text = ''
  #watchers: (() => void)[] = []

  constructor(port: number) {
    this.socket = net.connect({ port, host: '127.0.0.1', noDelay: true })
    this.socket.on('error', () => undefined)
    this.socket.on('data', (part: Buffer) => {
      this.text += part.toString('latin1')
      this.#tell()
    })
    this.closed = new Promise((resolve) =>
      this.socket.on('close', () => {
        this.#tell()
        resolve()
      }),
    )
  }

  send(text: string): void {
    this.socket.write(text, 'latin1')
  }

  /** Until what came matches; rejects when the connection closes before. */
  async until(pattern: RegExp): Promise<string> {
    while (!pattern.test(this.text)) {
      if (this.socket.destroyed) throw new Error(`closed after ${JSON.stringify(this.text)}`)
      await new Promise<void>((resolve) => this.#watchers.push(resolve))
    }
    return this.text
  }

  #tell(): void {
    const watchers = this.#watchers
    this.#watchers = []
    for (const watcher of watchers) watcher()
  }
}

/** A promise and what resolves it. */
export function signalled<T = void>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined
  const promise = new Promise<T>((done) => {
    resolve = done
  })
  return { promise, resolve }
}
