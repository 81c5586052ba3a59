import type { ServerHttp2Stream } from 'node:http2'
import { Readable } from 'node:stream'

/** The body of a request alone: to be done with it is not to be done with the stream, on which the answer goes. */
export class StreamBody extends Readable {
  readonly #stream: ServerHttp2Stream

  constructor(stream: ServerHttp2Stream) {
    super()
    this.#stream = stream
    // Whoever reads it hears of it; nobody has to.
    this.on('error', () => undefined)
    stream.pause()
    stream.on('data', (chunk: Buffer) => {
      if (!this.destroyed && !this.push(chunk)) stream.pause()
    })
    stream.once('end', () => this.push(null))
    stream.once('close', () => {
      if (!this.readableEnded) this.destroy(stream.readableEnded ? undefined : new Error('aborted'))
    })
  }

  override _read(): void {
    this.#stream.resume()
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    // What still comes is dropped.
    this.#stream.resume()
    done(error)
  }
}
