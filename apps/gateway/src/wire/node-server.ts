import http from 'node:http'
import https from 'node:https'
import type { Socket } from 'node:net'
import type { TLSSocket } from 'node:tls'
import { AppError } from '@penstock/errors'
import type { RawHeaders } from '../headers.ts'
import { withPassed } from './header-lines.ts'
import { createHttp2Server, type Http2Server } from './http2-server.ts'
import { openServer } from './open-server.ts'
import { headersTooLarge, refusalText } from './refusal.ts'
import { answerUpgrades, isHandshake, upgradableMessage } from './node-sockets.ts'
import { tlsSettings } from './tls-settings.ts'
import type {
  ListenWire,
  WireHandler,
  WireRequest,
  WireResponse,
  WireServer,
  WireServerOptions,
} from './server.ts'

/** The HTTP core in front on node:http and node:https. */
export const listenNode: ListenWire = async (options, handler) => {
  const { server, state, cutUpgraded } = createNodeServer(options, handler)
  const http2 = options.tls ? withHttp2(server, createHttp2Server(options, handler)) : null
  const opened = await openServer(server, options)
  return {
    port: opened.port,
    async close(graceMs) {
      state.draining = true
      const cut = setTimeout(() => {
        server.closeAllConnections()
        cutUpgraded()
        http2?.cut()
      }, graceMs)
      const closed = opened.close()
      server.closeIdleConnections()
      http2?.drain()
      await closed
      clearTimeout(cut)
    },
  } satisfies WireServer
}

/** Each connection is of the protocol that both sides agreed on (RFC 7301). */
function withHttp2(server: http.Server, http2: Http2Server): Http2Server {
  const [http1] = server.listeners('secureConnection')
  if (http1 === undefined) throw new Error('node:https takes connections otherwise than it did')
  server.removeAllListeners('secureConnection')
  server.on('secureConnection', (socket: TLSSocket) => {
    if (socket.alpnProtocol === 'h2') http2.take(socket)
    else http1.call(server, socket)
  })
  return http2
}

interface NodeServer {
  readonly server: http.Server
  readonly state: { draining: boolean }
  readonly cutUpgraded: () => void
}

function createNodeServer(options: WireServerOptions, handler: WireHandler): NodeServer {
  const state = { draining: false }
  const { sockets } = options
  const settings: http.ServerOptions = {
    IncomingMessage: upgradableMessage(
      (message) =>
        isHandshake(message.method, (name) => message.headers[name]) &&
        sockets.isUpgrade(wireRequest(message)),
    ),
    maxHeaderSize: options.maxHeaderBytes,
    // Node.js takes none that is longer than that of the whole request.
    headersTimeout: Math.min(options.headTimeoutMs, options.requestTimeoutMs),
    requestTimeout: options.requestTimeoutMs,
    keepAliveTimeout: options.idleTimeoutMs,
    connectionsCheckingInterval: Math.min(options.headTimeoutMs, 1_000),
  }
  const listener: http.RequestListener = (request, response) => {
    handler(wireRequest(request), new NodeResponse(response, state))
  }
  const server = options.tls
    ? https.createServer({ ...settings, ...tlsSettings(options.tls) }, listener)
    : http.createServer(settings, listener)
  // One that nobody knows is passed over, as RFC 9110 §10.1.1 allows; Node would answer it 417 without asking us.
  server.on('checkExpectation', listener)
  const cutUpgraded = answerUpgrades(server, sockets, wireRequest)
  server.on('clientError', (error, socket) => refuse(error, socket as Socket, options))
  return { server, state, cutUpgraded }
}

export function wireRequest(request: http.IncomingMessage): WireRequest {
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers
  const socket = request.socket
  return {
    method: request.method ?? 'GET',
    target: originForm(request.url ?? '/'),
    version: request.httpVersion,
    headers: request.rawHeaders,
    body: encoding === undefined && (length === undefined || length === '0') ? null : request,
    remoteAddress: socket.remoteAddress ?? '',
    localPort: socket.localPort ?? 0,
    secure: 'encrypted' in socket,
  }
}

// Some clients send `GET http://host/path` although we are no forward proxy; HTTP/1.1 servers must take it.
function originForm(target: string): string {
  if (target.startsWith('/')) return target
  const authority = /^https?:\/\/[^/?#]*/i.exec(target)
  if (!authority) return target.startsWith('?') ? `/${target}` : target === '*' ? '*' : `/${target}`
  const rest = target.slice(authority[0].length)
  return rest.startsWith('/') ? rest : `/${rest}`
}

class NodeResponse implements WireResponse {
  requestId = ''
  readonly #response: http.ServerResponse
  readonly #state: { readonly draining: boolean }

  constructor(response: http.ServerResponse, state: { readonly draining: boolean }) {
    this.#response = response
    this.#state = state
  }

  get headSent(): boolean {
    return this.#response.headersSent
  }

  head(status: number, headers: RawHeaders, passed = ''): void {
    const all = withPassed(headers, passed)
    if (this.#state.draining) all.push('Connection', 'close')
    this.#response.writeHead(status, all)
  }

  write(chunk: Uint8Array): boolean {
    return this.#response.write(Buffer.from(chunk))
  }

  flush(): void {
    this.#response.flushHeaders()
  }

  end(chunk?: Uint8Array | string): void {
    this.#response.end(chunk)
  }

  destroy(): void {
    const { socket, headersSent, chunkedEncoding } = this.#response
    // Where only the end of the connection says that the answer is over, a usual end would have it look whole.
    if (headersSent && !chunkedEncoding && socket && !('encrypted' in socket)) socket.resetAndDestroy()
    this.#response.destroy()
  }

  onDrain(listener: () => void): void {
    this.#response.on('drain', listener)
  }

  onGone(listener: (refused: null) => void): void {
    this.#response.once('close', () => {
      if (!this.#response.writableFinished) listener(null)
    })
  }
}

/** What the parser refused never becomes a request: it is answered here and the connection closed. */
function refuse(error: NodeJS.ErrnoException, socket: Socket, options: WireServerOptions): void {
  if (!socket.writable || socket.bytesWritten > 0) {
    socket.destroy()
    return
  }
  const refused =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? headersTooLarge(options.maxHeaderBytes)
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? new AppError('REQUEST_TOO_SLOW')
        : new AppError('REQUEST_MALFORMED')
  socket.end(refusalText(refused, options.errorPages(), ''))
}
