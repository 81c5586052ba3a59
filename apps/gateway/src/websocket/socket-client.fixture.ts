import { once } from 'node:events'
import { WebSocket } from 'ws'

/** A client that keeps what it hears until it is asked for. */
export interface SocketClient extends AsyncDisposable {
  readonly socket: WebSocket
  send(message: string | object): void
  /** The next message, as text. */
  next(): Promise<string>
  /** The next message as JSON. */
  nextJson(): Promise<Record<string, unknown>>
  /** How the connection ends: `code reason`. */
  readonly closed: Promise<string>
}

export interface OpenOptions {
  readonly headers?: Record<string, string>
  readonly protocols?: string[]
}

/** Opens a connection. Rejects with what it was answered instead: `403 {"message":"…"}`. */
export async function openSocket(
  url: string,
  { headers = {}, protocols = [] }: OpenOptions = {},
): Promise<SocketClient> {
  const socket = new WebSocket(url.replace(/^http/, 'ws'), protocols, { headers })
  const heard: string[] = []
  const waiting: ((text: string) => void)[] = []
  socket.on('message', (data) => {
    const text = (data as Buffer).toString('utf8')
    const waiter = waiting.shift()
    if (waiter) waiter(text)
    else heard.push(text)
  })
  const closed = new Promise<string>((resolve) => {
    socket.once('close', (code, reason) => resolve(`${code} ${reason.toString('utf8')}`.trim()))
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
    socket.once('unexpected-response', (_, response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        reject(new Error(`${response.statusCode} ${Buffer.concat(parts).toString('utf8')}`)),
      )
    })
  })
  const next = () => {
    const first = heard.shift()
    return first === undefined
      ? new Promise<string>((resolve) => waiting.push(resolve))
      : Promise.resolve(first)
  }
  return {
    socket,
    closed,
    send: (message) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    next,
    nextJson: async () => JSON.parse(await next()) as Record<string, unknown>,
    async [Symbol.asyncDispose]() {
      if (socket.readyState === WebSocket.CLOSED) return
      socket.terminate()
      await once(socket, 'close')
    },
  }
}

/** A promise that somebody else settles. */
export function signal<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined
  const promise = new Promise<T>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}
