import http from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocket, WebSocketServer } from 'ws'
import { isToken, type RawHeaders } from '../headers.ts'
import type { WireRequest } from './server.ts'
import type { WireSocket, WireSockets, WireUpgrade } from './socket.ts'

/**
 * A request of which node:http asks whether it upgrades, once its headers are there. Node answers that for a whole
 * server; here it is said of each request, so that a request which only offers an upgrade (`Upgrade: h2c`), and one for
 * a WebSocket where there is none, are answered like all others.
 */
export function upgradableMessage(
  isUpgrade: (message: http.IncomingMessage) => boolean,
): typeof http.IncomingMessage {
  return class UpgradableMessage extends http.IncomingMessage {
    declare asksUpgrade: boolean

    get upgrade(): boolean {
      return this.asksUpgrade && isUpgrade(this)
    }

    set upgrade(asks: boolean | null) {
      this.asksUpgrade = asks === true
    }
  }
}

const wanted = /^websocket$/i
const nonce = /^[+/0-9A-Za-z]{22}==$/

/**
 * Whether the head is that of a WebSocket's opening handshake, to the letter: what ws would refuse must not get as far
 * as $connect. A body would be taken for frames.
 */
export function isHandshake(
  method: string | undefined,
  header: (name: string) => string | string[] | undefined,
): boolean {
  const text = (name: string) => String(header(name) ?? '')
  const protocols = header('sec-websocket-protocol')
  return (
    method === 'GET' &&
    wanted.test(text('upgrade')) &&
    nonce.test(text('sec-websocket-key')) &&
    header('sec-websocket-version') === '13' &&
    (protocols === undefined || areProtocols(String(protocols))) &&
    (header('content-length') ?? '0') === '0' &&
    header('transfer-encoding') === undefined
  )
}

function areProtocols(header: string): boolean {
  const offered = header.split(/[ \t]*,[ \t]*/)
  return offered.every(isToken) && new Set(offered).size === offered.length
}

/**
 * Answers the upgrades of a server. Node hands an upgraded connection over and forgets it, except that the server isn't
 * closed before it is: what comes back cuts all of them.
 */
export function answerUpgrades(
  server: http.Server,
  sockets: WireSockets,
  wireRequest: (message: http.IncomingMessage) => WireRequest,
): () => void {
  const upgraded = new Set<Duplex>()
  const accepting = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    // What a client may make us unpack is bounded by nothing but our memory.
    perMessageDeflate: false,
    // NodeSocket does, and keeps count.
    autoPong: false,
    maxPayload: sockets.messageBytesMax,
    handleProtocols: (_, message) => chosen.get(message) ?? false,
  })
  const chosen = new WeakMap<http.IncomingMessage, string>()
  server.on('upgrade', (message: http.IncomingMessage, socket: Duplex, head: Buffer) => {
    // Nobody else listens yet, and an error that nobody listens to ends the process.
    const ignore = () => undefined
    socket.on('error', ignore)
    upgraded.add(socket)
    socket.once('close', () => upgraded.delete(socket))
    sockets.handle({
      request: wireRequest(message),
      accept(protocol) {
        if (protocol !== null) chosen.set(message, protocol)
        let opened: NodeSocket | null = null
        // Calls at once or, when the client has gone, never.
        accepting.handleUpgrade(message, socket, head, (accepted) => {
          socket.off('error', ignore)
          opened = new NodeSocket(accepted)
        })
        return opened
      },
      refuse: (status, headers, body) => refuse(socket, status, headers, body),
    } satisfies WireUpgrade)
  })
  return () => {
    for (const socket of upgraded) socket.destroy()
  }
}

/** Time for a client to take the answer that refuses it; nobody else watches its connection any more. */
const refusalMs = 5_000

function refuse(socket: Duplex, status: number, headers: RawHeaders, body: Uint8Array): void {
  let text = `HTTP/1.1 ${status} ${http.STATUS_CODES[status] ?? ''}\r\n`
  for (let i = 0; i < headers.length; i += 2) text += `${headers[i]}: ${headers[i + 1]}\r\n`
  socket.write(
    Buffer.from(`${text}Content-Length: ${body.byteLength}\r\nConnection: close\r\n\r\n`, 'latin1'),
  )
  const late = setTimeout(() => socket.destroy(), refusalMs)
  late.unref()
  socket.once('close', () => clearTimeout(late))
  // It may never end its own side.
  socket.end(body, () => socket.destroy())
}

/** A client that asks for more than it reads is told of its last ping only, as RFC 6455 §5.5.3 allows. */
const pongsAtOnce = 32

class NodeSocket implements WireSocket {
  readonly #socket: WebSocket
  #pongs = 0
  #lastPing: Buffer | null = null

  constructor(socket: WebSocket) {
    this.#socket = socket
    socket.on('ping', (data) => this.#pong(data))
    // Broken frames: ws closes the connection with the code of what was broken, and `close` follows.
    socket.on('error', () => undefined)
  }

  get isOpen(): boolean {
    return this.#socket.readyState === WebSocket.OPEN
  }

  get unsentBytes(): number {
    return this.#socket.bufferedAmount
  }

  send(text: string): Promise<boolean> {
    return new Promise((resolve) => {
      this.#socket.send(text, (error) => resolve(!error))
    })
  }

  close(code: number, reason: string): void {
    this.#socket.close(code, reason)
  }

  terminate(): void {
    this.#socket.terminate()
  }

  pause(): void {
    this.#socket.pause()
  }

  resume(): void {
    this.#socket.resume()
  }

  onText(listener: (text: string) => void): void {
    this.#socket.on('message', (data, isBinary) => {
      if (!isBinary) listener((data as Buffer).toString('utf8'))
    })
  }

  onBinary(listener: () => void): void {
    this.#socket.on('message', (_, isBinary) => {
      if (isBinary) listener()
    })
  }

  onSign(listener: () => void): void {
    this.#socket.on('ping', listener)
    this.#socket.on('pong', listener)
  }

  onClosed(listener: (code: number, reason: string) => void): void {
    this.#socket.once('close', (code, reason) => listener(code, reason.toString('utf8')))
  }

  #pong(data: Buffer): void {
    if (this.#pongs === pongsAtOnce) {
      this.#lastPing = data
      return
    }
    this.#pongs++
    this.#socket.pong(data, false, () => {
      this.#pongs--
      const next = this.#lastPing
      this.#lastPing = null
      if (next !== null && this.isOpen) this.#pong(next)
    })
  }
}
