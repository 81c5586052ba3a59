import type { Socket } from 'node:net'
import type { Readable } from 'node:stream'
import { WireError } from '../client.ts'

/**
 * Sends a stream as the body of a request: counted when its length is known, in chunks otherwise, as fast as the
 * connection takes it. The stream is left as it is when the call ends early: whose it is knows what to do with the rest.
 */
export class BodySender {
  readonly #body: Readable
  readonly #socket: Socket
  readonly #onDone: (error: Error | null) => void
  /** -1: in chunks. */
  #left: number
  #isDone = false

  /** `onDone` is called once, with what went wrong or null when everything was written. */
  constructor(body: Readable, length: number, socket: Socket, onDone: (error: Error | null) => void) {
    this.#body = body
    this.#socket = socket
    this.#left = length
    this.#onDone = onDone
    body.on('data', this.#data)
    body.on('end', this.#end)
    body.on('error', this.#broken)
    body.on('close', this.#broken)
    socket.on('drain', this.#drain)
    if (body.destroyed) this.#broken()
  }

  /** Stops sending; nothing is told. */
  stop(): void {
    if (this.#isDone) return
    this.#isDone = true
    const body = this.#body
    body.off('data', this.#data)
    body.off('end', this.#end)
    body.off('error', this.#broken)
    body.off('close', this.#broken)
    this.#socket.off('drain', this.#drain)
    if (!body.destroyed) body.pause()
  }

  readonly #data = (chunk: Buffer): void => {
    if (chunk.length === 0) return
    if (!this.#write(chunk)) this.#body.pause()
  }

  #write(chunk: Buffer): boolean {
    const socket = this.#socket
    if (this.#left >= 0) {
      if (chunk.length > this.#left) {
        this.#finish(new WireError('WIRE_REQUEST_LENGTH', 'the body is longer than was announced'))
        return true
      }
      this.#left -= chunk.length
      return socket.write(chunk)
    }
    socket.cork()
    socket.write(`${chunk.length.toString(16)}\r\n`, 'latin1')
    socket.write(chunk)
    const isTaken = socket.write('\r\n', 'latin1')
    socket.uncork()
    return isTaken
  }

  readonly #drain = (): void => {
    this.#body.resume()
  }

  readonly #end = (): void => {
    if (this.#left > 0) {
      this.#finish(new WireError('WIRE_REQUEST_LENGTH', 'the body is shorter than was announced'))
      return
    }
    if (this.#left < 0) this.#socket.write('0\r\n\r\n', 'latin1')
    this.#finish(null)
  }

  readonly #broken = (): void => {
    this.#finish(new WireError('WIRE_REQUEST_LENGTH', 'the body ended early'))
  }

  #finish(error: Error | null): void {
    if (this.#isDone) return
    this.stop()
    this.#onDone(error)
  }
}
