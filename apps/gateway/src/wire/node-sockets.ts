import http from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocket, WebSocketServer } from 'ws'
import type { RawHeaders } from '../headers.ts'
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

/** Whether the head is that of a WebSocket's opening handshake. */
export function isHandshake({ method, headers }: http.IncomingMessage): boolean {
  return (
    method === 'GET' &&
    wanted.test(headers.upgrade ?? '') &&
    headers['sec-websocket-key'] !== undefined &&
    headers['sec-websocket-version'] === '13'
  )
}

/** Answers the upgrades of a server. */
export function answerUpgrades(
  server: http.Server,
  sockets: WireSockets,
  wireRequest: (message: http.IncomingMessage) => WireRequest,
): void {
  const accepting = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    // What a client may make us unpack is bounded by nothing but our memory.
    perMessageDeflate: false,
    maxPayload: sockets.messageBytesMax,
    handleProtocols: (_, message) => chosen.get(message) ?? false,
  })
  const chosen = new WeakMap<http.IncomingMessage, string>()
  server.on('upgrade', (message: http.IncomingMessage, socket: Duplex, head: Buffer) => {
    // Nobody else listens yet, and an error that nobody listens to ends the process.
    const ignore = () => undefined
    socket.on('error', ignore)
    sockets.handle({
      request: wireRequest(message),
      accept(protocol, opened) {
        if (protocol !== null) chosen.set(message, protocol)
        accepting.handleUpgrade(message, socket, head, (accepted) => {
          socket.off('error', ignore)
          opened(new NodeSocket(accepted))
        })
      },
      refuse: (status, headers, body) => refuse(socket, status, headers, body),
    } satisfies WireUpgrade)
  })
}

function refuse(socket: Duplex, status: number, headers: RawHeaders, body: Uint8Array): void {
  let text = `HTTP/1.1 ${status} ${http.STATUS_CODES[status] ?? ''}\r\n`
  for (let i = 0; i < headers.length; i += 2) text += `${headers[i]}: ${headers[i + 1]}\r\n`
  socket.write(
    Buffer.from(`${text}Content-Length: ${body.byteLength}\r\nConnection: close\r\n\r\n`, 'latin1'),
  )
  socket.end(body)
}

class NodeSocket implements WireSocket {
  readonly #socket: WebSocket

  constructor(socket: WebSocket) {
    this.#socket = socket
    // Broken frames: ws closes the connection with the code of what was broken, and `close` follows.
    socket.on('error', () => undefined)
  }

  get isOpen(): boolean {
    return this.#socket.readyState === WebSocket.OPEN
  }

  send(text: string): void {
    this.#socket.send(text, () => undefined)
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
}
