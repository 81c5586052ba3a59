import { Readable } from 'node:stream'

/** Where the body of a request comes from. */
export interface BodySource {
  /** Somebody reads: let more come. */
  wantBody(body: RequestBody): void
  /** Nobody will read any more: the rest is dropped. */
  dropBody(body: RequestBody): void
}

/** Of a body that is there already. */
export const noSource: BodySource = { wantBody: () => undefined, dropBody: () => undefined }

/** The body of a request as a stream, for whoever asks for one. Destroying it leaves the connection alone. */
export class RequestBody extends Readable {
  readonly #source: BodySource
  #wants = false

  constructor(source: BodySource) {
    // It holds what it was given last only: the source holds the rest, as one piece instead of many small ones.
    super({ highWaterMark: 1 })
    this.#source = source
  }

  /** Whoever reads has taken everything. */
  get wants(): boolean {
    return this.#wants
  }

  give(part: Buffer): void {
    this.#wants = false
    this.push(part)
  }

  override _read(): void {
    this.#wants = true
    this.#source.wantBody(this)
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#source.dropBody(this)
    // As of a server request: an error that nobody listens to is no reason to end the process.
    done(this.listenerCount('error') === 0 ? null : error)
  }
}
