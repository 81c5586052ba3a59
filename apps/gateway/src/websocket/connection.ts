import { setMaxListeners } from 'node:events'
import type { WireRequest } from '../wire/server.ts'
import type { WireSocket } from '../wire/socket.ts'

export interface SocketLimits {
  readonly messageBytesMax: number
  /** Without a message, a ping or something that was sent and has left. */
  readonly idleMs: number
  /** However busy it is. */
  readonly durationMs: number
  /** Messages of one connection that are worked off at once; the others wait, and with them whoever sends more. */
  readonly messagesAtOnce: number
  /** What is sent and the client doesn't read stays here; with more than this the connection is cut. */
  readonly unsentBytesMax: number
}

/** Amazon's: ten minutes of silence, two hours in all, 128 kB a message. */
export const socketLimits: SocketLimits = {
  messageBytesMax: 128 * 1024,
  idleMs: 10 * 60_000,
  durationMs: 2 * 60 * 60_000,
  messagesAtOnce: 16,
  unsentBytesMax: 4 * 1024 * 1024,
}

export interface ConnectionOptions {
  readonly id: string
  readonly api: string
  readonly stage: string
  /** The request that opened it. */
  readonly request: WireRequest
  readonly connectedAt: number
  readonly limits: SocketLimits
  /** Works a message off, until its answer has left; never rejects. */
  readonly onMessage: (connection: Connection, text: string) => Promise<void>
  /** Once; never rejects. */
  readonly onClosed: (connection: Connection, code: number, reason: string) => Promise<void>
}

/**
 * One open WebSocket: it hands its messages over, and closes when it is idle, too old, or says what may not be said.
 *
 *     text   → onMessage, so many at once         binary → 1003
 *     silent for `idleMs`, or open for `durationMs` → 1001
 *     doesn't read what it is sent                  → cut
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
  readonly #limits: SocketLimits
  readonly #onMessage: ConnectionOptions['onMessage']
  readonly #idle: NodeJS.Timeout
  readonly #old: NodeJS.Timeout
  readonly #underWay = new Set<Promise<void>>()
  /**
   * Pausing stops the reading, but of what has been read every message still comes: of empty ones some ten thousand. So
   * this holds one reading at most.
   */
  #waiting: string[] = []
  readonly #gone = new AbortController()
  #isLeaving = false

  constructor(socket: WireSocket, options: ConnectionOptions) {
    const { id, api, stage, request, connectedAt, limits, onMessage, onClosed } = options
    this.id = id
    this.api = api
    this.stage = stage
    this.request = request
    this.connectedAt = connectedAt
    this.#lastActiveAt = connectedAt
    this.#socket = socket
    this.#limits = limits
    this.#onMessage = onMessage
    // One for each message under way.
    setMaxListeners(limits.messagesAtOnce, this.#gone.signal)
    this.#idle = setTimeout(() => this.close(1001, 'Idle for too long'), limits.idleMs)
    this.#old = setTimeout(() => this.close(1001, 'Open for too long'), limits.durationMs)
    this.#idle.unref()
    this.#old.unref()
    socket.onSign(() => this.#active())
    socket.onBinary(() => this.close(1003, 'Binary messages are not taken'))
    socket.onText((text) => {
      this.#active()
      // What the client had under way when it was told to go is nobody's any more.
      if (this.#isLeaving || !socket.isOpen) return
      this.#waiting.push(text)
      this.#work()
    })
    this.ended = new Promise((resolve) => {
      socket.onClosed((code, reason) => {
        clearTimeout(this.#idle)
        clearTimeout(this.#old)
        this.#gone.abort()
        void onClosed(this, code, reason).finally(resolve)
      })
    })
  }

  get lastActiveAt(): number {
    return this.#lastActiveAt
  }

  /** Aborted once nobody is there to hear an answer. */
  get gone(): AbortSignal {
    return this.#gone.signal
  }

  /** Settles when it has left for the client or is lost, and never rejects. Null when it is closed: nobody hears it. */
  send(text: string): Promise<void> | null {
    if (!this.#socket.isOpen) return null
    if (this.#socket.unsentBytes > this.#limits.unsentBytesMax) {
      this.terminate()
      return null
    }
    return this.#socket.send(text).then((hasLeft) => {
      if (hasLeft) this.#active()
    })
  }

  close(code: number, reason: string): void {
    this.#leave()
    // A paused socket would not read the other side's word of farewell.
    this.#socket.resume()
    this.#socket.close(code, reason)
  }

  /** Its stage was taken away, or takes no WebSockets any more. */
  closeUnserved(): void {
    this.close(1001, 'The stage is no longer served')
  }

  terminate(): void {
    this.#leave()
    this.#socket.terminate()
  }

  /** Takes no more messages, lets those under way be answered, and says farewell. */
  async drain(): Promise<void> {
    this.#leave()
    await Promise.all(this.#underWay)
    this.close(1001, 'The gateway is going away')
    await this.ended
  }

  #leave(): void {
    this.#isLeaving = true
    this.#waiting = []
  }

  /** What a client said before it closed is worked off all the same. */
  #work(): void {
    while (this.#underWay.size < this.#limits.messagesAtOnce) {
      const text = this.#waiting.shift()
      if (text === undefined) break
      const done = this.#onMessage(this, text).finally(() => {
        this.#underWay.delete(done)
        this.#work()
      })
      this.#underWay.add(done)
    }
    if (this.#waiting.length > 0) this.#socket.pause()
    else this.#socket.resume()
  }

  #active(): void {
    this.#lastActiveAt = Date.now()
    this.#idle.refresh()
  }
}
