import type net from 'node:net'
import { rawUpstream } from '@penstock/testkit/upstreams'
import type { WireClient } from './client.ts'
import { httpCores, type HttpCoreName } from './http-core.ts'
import { collecting, rawExchange, type Seen, type TestServer, wireServer } from './wire.fixture.ts'

const patience = { headTimeoutMs: 150, requestTimeoutMs: 150, idleTimeoutMs: 150 }

/** What a server made of some bytes. */
export interface Reading {
  /** The requests that came whole, in order. */
  readonly seen: readonly Seen[]
  readonly answers: string
}

/**
 * Servers of one core that read bytes, one input each at a time: what isn't whole is given up by their timeouts, which
 * is what makes most of the time, so that there are many.
 */
export class Readers implements AsyncDisposable {
  readonly #servers: readonly TestServer[]
  readonly #seen: readonly Seen[][]

  private constructor(servers: readonly TestServer[], seen: readonly Seen[][]) {
    this.#servers = servers
    this.#seen = seen
  }

  static async start(core: HttpCoreName, count: number): Promise<Readers> {
    const collectors = Array.from({ length: count }, collecting)
    const servers = await Promise.all(collectors.map(({ handler }) => wireServer(core, handler, patience)))
    return new Readers(
      servers,
      collectors.map(({ seen }) => seen),
    )
  }

  async read(slot: number, pieces: readonly (string | Buffer)[]): Promise<Reading> {
    const seen = this.#seen[slot]
    const server = this.#servers[slot]
    if (seen === undefined || server === undefined) throw new Error(`no reader ${slot}`)
    seen.length = 0
    const answers = await rawExchange(server.port, pieces)
    return { seen: [...seen], answers }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#servers.map((server) => server[Symbol.asyncDispose]()))
  }
}

/** Works off the inputs with as many at once as there are slots. */
export async function inSlots<T>(
  slots: number,
  inputs: Iterator<T>,
  work: (slot: number, input: T) => Promise<void>,
): Promise<void> {
  const run = async (slot: number) => {
    for (let next = inputs.next(); !next.done; next = inputs.next()) await work(slot, next.value)
  }
  await Promise.all(Array.from({ length: slots }, (_, slot) => run(slot)))
}

/** The requests that both took, as pairs. */
export function bothSeen(own: Reading, other: Reading): [Seen, Seen][] {
  const count = Math.min(own.seen.length, other.seen.length)
  return Array.from({ length: count }, (_, at) => [own.seen[at]!, other.seen[at]!])
}

/** What a client made of an answer; null when it was none, or not whole. */
export type ReadAnswer = { status: number; headers: readonly string[]; body: string } | null

/** A client of one core and an upstream that answers with given bytes and closes. */
export class AnswerReader implements AsyncDisposable {
  readonly #client: WireClient
  readonly #upstream: Awaited<ReturnType<typeof rawUpstream>>
  readonly #answer: { bytes: Buffer }

  private constructor(
    client: WireClient,
    upstream: Awaited<ReturnType<typeof rawUpstream>>,
    answer: { bytes: Buffer },
  ) {
    this.#client = client
    this.#upstream = upstream
    this.#answer = answer
  }

  static async start(core: HttpCoreName): Promise<AnswerReader> {
    const answer = { bytes: Buffer.alloc(0) }
    const upstream = await rawUpstream((socket: net.Socket) => socket.end(answer.bytes))
    return new AnswerReader(
      httpCores[core].client({ connections: 1, connectTimeoutMs: 5_000 }),
      upstream,
      answer,
    )
  }

  read(bytes: Buffer): Promise<ReadAnswer> {
    this.#answer.bytes = bytes
    return new Promise((resolve) => {
      const parts: Uint8Array[] = []
      let head: { status: number; headers: readonly string[] } | null = null
      this.#client.send(
        {
          origin: this.#upstream.url,
          path: '/',
          method: 'GET',
          headers: [],
          body: null,
          timeoutMs: 2_000,
          insecure: false,
        },
        {
          // undici keeps blanks behind a value, which are none of it.
          head: (status, headers) =>
            (head = { status, headers: headers.map((part) => part.replace(/[ \t]+$/, '')) }),
          data: (chunk) => parts.push(chunk) > 0,
          end: () => resolve(head && { ...head, body: Buffer.concat(parts).toString('latin1') }),
          error: () => resolve(null),
        },
      )
    })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#client.close()
    await this.#upstream[Symbol.asyncDispose]()
  }
}
