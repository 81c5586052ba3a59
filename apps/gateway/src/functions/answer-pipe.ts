import type { Readable } from 'node:stream'

/** Takes what a function writes, piece by piece. */
export interface AnswerSink {
  /** Told first, once a process is at work for it: how it asks for more. */
  begin(resume: () => void): void
  /** The bytes are used up during the call. False: nothing more until it asks. */
  data(chunk: Uint8Array): boolean
  /** The answer is whole. The handler may still be at work. */
  end(): void
}

/**
 * The pipe on which a process writes the answers that stream, one call after the other. Where a call's bytes end is told by
 * messages, which overtake them: what follows from a message waits until the bytes before it have come.
 */
export class AnswerPipe {
  readonly #pipe: Readable
  #sink: AnswerSink | null = null
  #received = 0
  #waiting: { readonly bytes: number; readonly go: () => void }[] = []

  constructor(pipe: Readable) {
    this.#pipe = pipe
    pipe.on('data', (chunk: Buffer) => this.#onData(chunk))
    // Its process has died, which is told by other means.
    pipe.on('error', () => undefined)
    pipe.pause()
  }

  begin(sink: AnswerSink): void {
    this.#sink = sink
    this.#received = 0
    sink.begin(() => {
      if (this.#sink === sink) this.#pipe.resume()
    })
    this.#pipe.resume()
  }

  /** Calls `go` once that many bytes of the call have come. */
  after(bytes: number, go: () => void): void {
    if (this.#received >= bytes) go()
    else this.#waiting.push({ bytes, go })
  }

  /** Calls `go` once all has come that the process wrote before it died, or nobody wants that any more. */
  onceOver(go: () => void): void {
    if (this.#pipe.closed) go()
    else this.#pipe.once('close', go)
  }

  /** Nothing more of this call. */
  end(): void {
    this.#sink = null
    this.#waiting = []
    this.#pipe.pause()
  }

  destroy(): void {
    this.end()
    this.#pipe.destroy()
  }

  #onData(chunk: Buffer): void {
    this.#received += chunk.length
    if (this.#sink?.data(chunk) === false) this.#pipe.pause()
    const due = this.#waiting.filter(({ bytes }) => bytes <= this.#received)
    if (due.length === 0) return
    this.#waiting = this.#waiting.filter(({ bytes }) => bytes > this.#received)
    for (const { go } of due) go()
  }
}
