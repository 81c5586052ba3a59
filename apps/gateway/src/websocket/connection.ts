import type { WireRequest } from '../wire/server.ts'
import type { WireSocket } from '../wire/socket.ts'

export interface SocketLimits {
  readonly messageBytesMax: number
  /** Without a message, a ping or something sent. */
  readonly idleMs: number
  /** However busy it is. */
  readonly durationMs: number
  /** Messages of one connection that are worked off at once; the next waits in the client's own buffers. */
  readonly messagesAtOnce: number
}

/** Amazon's: ten minutes of silence, two hours in all, 128 kB a message. */
export const socketLimits: SocketLimits = {
  messageBytesMax: 128 * 1024,
  idleMs: 10 * 60_000,
  durationMs: 2 * 60 * 60_000,
  messagesAtOnce: 16,
}

export interface ConnectionOptions {
  readonly id: string
  readonly api: string
  readonly stage: string
  /** The request that opened it. */
  readonly request: WireRequest
  readonly connectedAt: number
  readonly limits: SocketLimits
  /** Works a message off; never rejects. */
  readonly onMessage: (connection: Connection, text: string) => Promise<void>
  /** Once; never rejects. */
  readonly onClosed: (connection: Connection, code: number, reason: string) => Promise<void>
}

/**
 * One open WebSocket: it hands its messages over, and closes when it is idle, too old, or says what may not be said.
 *
 *     text   → onMessage, so many at once         binary → 1003
 *     silent for `idleMs`, or open for `durationMs` → 1001
 */
export class Connection {
  readonly id: string
  readonly api: string
  readonly stage: string
  readonly request: WireRequest
  readonly connectedAt: number
  /** Settles when it is closed, and what had to be done about that is done. */
  readonly ended: Promise<void>
  #lastActiveAt: number
  readonly #socket: WireSocket
  readonly #idle: NodeJS.Timeout
  readonly #old: NodeJS.Timeout
  readonly #underWay = new Set<Promise<void>>()
  #isDraining = false

  constructor(socket: WireSocket, options: ConnectionOptions) {
    const { id, api, stage, request, connectedAt, limits, onMessage, onClosed } = options
    this.id = id
    this.api = api
    this.stage = stage
    this.request = request
    this.connectedAt = connectedAt
    this.#lastActiveAt = connectedAt
    this.#socket = socket
    this.#idle = setTimeout(() => this.close(1001, 'Idle for too long'), limits.idleMs)
    this.#old = setTimeout(() => this.close(1001, 'Open for too long'), limits.durationMs)
    this.#idle.unref()
    this.#old.unref()
    socket.onSign(() => this.#active())
    socket.onBinary(() => this.close(1003, 'Binary messages are not taken'))
    socket.onText((text) => {
      this.#active()
      // What the client had under way when it was told to go is nobody's any more.
      if (this.#isDraining || !socket.isOpen) return
      const done = onMessage(this, text).finally(() => {
        this.#underWay.delete(done)
        if (this.#underWay.size === limits.messagesAtOnce - 1) socket.resume()
      })
      this.#underWay.add(done)
      if (this.#underWay.size >= limits.messagesAtOnce) socket.pause()
    })
    this.ended = new Promise((resolve) => {
      socket.onClosed((code, reason) => {
        clearTimeout(this.#idle)
        clearTimeout(this.#old)
        void onClosed(this, code, reason).finally(resolve)
      })
    })
  }

  get lastActiveAt(): number {
    return this.#lastActiveAt
  }

  /** False when it is closed: nobody hears it. */
  send(text: string): boolean {
    if (!this.#socket.isOpen) return false
    this.#active()
    this.#socket.send(text)
    return true
  }

  close(code: number, reason: string): void {
    // A paused socket would not read the other side's word of farewell.
    this.#socket.resume()
    this.#socket.close(code, reason)
  }

  terminate(): void {
    this.#socket.terminate()
  }

  /** Takes no more messages, lets those under way be answered, and says farewell. */
  async drain(): Promise<void> {
    this.#isDraining = true
    await Promise.all(this.#underWay)
    this.close(1001, 'The gateway is going away')
    await this.ended
  }

  #active(): void {
    this.#lastActiveAt = Date.now()
    this.#idle.refresh()
  }
}
