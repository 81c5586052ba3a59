import { METHODS } from 'node:http'
import type net from 'node:net'
import { rawUpstream } from '@penstock/testkit/upstreams'
import { hasHeader, headerValues } from '../headers.ts'
import type { WireClient } from './client.ts'
import { httpCores, type HttpCoreName } from './http-core.ts'
import { nginxReader, type NginxReader, type NginxSeen } from './nginx.fixture.ts'
import type { WireHandler } from './server.ts'
import { rawExchange, type Seen, seenOf, type TestServer, wireServer } from './wire.fixture.ts'
import { usualTls } from './upstream-tls.ts'

const timeouts = (ms: number) => ({ headTimeoutMs: ms, requestTimeoutMs: ms, idleTimeoutMs: ms })

/** What a handler does with bodies; it answers each request with its target. */
export const manners = ['reads all', 'answers at once', 'answers later', 'reads half'] as const
type Manner = (typeof manners)[number]

/** What a server made of some bytes. */
interface Reading {
  /** The requests in order: those that came whole where bodies are read, and otherwise all, without their bodies. */
  readonly seen: readonly Seen[]
  readonly answers: string
}

/**
 * Servers of one core that read bytes, one input each at a time: what isn't whole is given up by their timeouts, which
 * is what makes most of the time, so that there are many.
 */
class Readers implements AsyncDisposable {
  readonly #servers: readonly TestServer[]
  readonly #askers: readonly Asker[]

  private constructor(servers: readonly TestServer[], askers: readonly Asker[]) {
    this.#servers = servers
    this.#askers = askers
  }

  /** `patienceMs`: how long they wait for what is missing. */
  static async start(core: HttpCoreName, count: number, patienceMs = 150): Promise<Readers> {
    const askers = Array.from({ length: count }, () => new Asker())
    const servers = await Promise.all(
      askers.map(({ handler }) => wireServer(core, handler, timeouts(patienceMs))),
    )
    return new Readers(servers, askers)
  }

  async read(
    slot: number,
    pieces: readonly (string | Buffer)[],
    manner: Manner = 'reads all',
  ): Promise<Reading> {
    const asker = this.#askers[slot]
    const server = this.#servers[slot]
    if (asker === undefined || server === undefined) throw new Error(`no reader ${slot}`)
    asker.begin(manner)
    const answers = await rawExchange(server.port, pieces)
    return { seen: asker.seen, answers }
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

/** A handler of one manner at a time, and the requests of one connection. */
class Asker {
  /** Null: its body didn't come whole, or hasn't yet. */
  #asked: (Seen | null)[] = []
  #manner: Manner = 'reads all'

  begin(manner: Manner): void {
    this.#manner = manner
    this.#asked = []
  }

  get seen(): Seen[] {
    return this.#asked.filter((seen) => seen !== null)
  }

  readonly handler: WireHandler = (request, response) => {
    // Those of another connection that is closing still must not count.
    const asked = this.#asked
    const at = asked.push(null) - 1
    const answer = () => {
      response.head(200, ['Content-Length', String(request.target.length)])
      response.end(request.target)
    }
    if (this.#manner === 'reads all') {
      // Its connection is closed where it broke off; there is nobody to answer.
      const take = (whole: Seen) => {
        asked[at] = whole
        answer()
      }
      return void seenOf(request).then(take, () => undefined)
    }
    const { method, target, version, headers } = request
    asked[at] = { method, target, version, headers: [...headers], body: '' }
    const { body } = request
    if (this.#manner === 'answers at once' || body === null) return answer()
    if (this.#manner === 'answers later') return void setImmediate(() => setImmediate(answer))
    body.on('error', () => undefined)
    body.once('close', answer)
    // Of what comes first, the rest is nobody's.
    body.once('data', () => body.destroy())
    body.resume()
  }
}

/**
 * Why what our codec read is not what the other did, or null. It may refuse earlier, and says so; it may not read another
 * request, nor one more.
 */
function difference(own: Reading, other: Reading, manner: Manner): string | null {
  for (const [at, ours] of own.seen.entries()) {
    const theirs = other.seen[at]
    if (theirs === undefined) return isTakenByUsOnly(ours) ? null : `one more: ${JSON.stringify(ours)}`
    if (JSON.stringify(ours) !== JSON.stringify(theirs))
      return `${JSON.stringify(ours)} and ${JSON.stringify(theirs)}`
  }
  const missed = other.seen[own.seen.length]
  if (missed === undefined || refused.test(own.answers) || mayEndUnsaid(own.seen.at(-1), manner)) return null
  return `not read: ${JSON.stringify(missed)}`
}

/**
 * Why what our codec read is not what nginx did, or null: either may refuse, or end the connection, where the other goes on. A
 * request that both read has the same method, target, headers and body.
 */
function differenceToNginx(own: Reading, nginx: readonly NginxSeen[], answers: string): string | null {
  for (const [at, ours] of own.seen.entries()) {
    const theirs = nginx[at]
    if (theirs === undefined)
      return nginxRefused.test(answers) || nginxEndsOtherwise(own.seen[at - 1])
        ? null
        : `one more: ${JSON.stringify(ours)}`
    const [mine, its] = [JSON.stringify(asInCgi(ours)), JSON.stringify(sorted(theirs))]
    if (mine !== its) return `${mine} and ${its}`
  }
  const missed = nginx[own.seen.length]
  const last = own.seen.at(-1)
  if (missed === undefined || refused.test(own.answers) || mayEndUnsaid(last, 'reads all')) return null
  return nginxEndsOtherwise(last) ? null : `not read: ${JSON.stringify(missed)}`
}

/**
 * nginx looks for the two words anywhere in a value (`xclose`), RFC 9110 §7.6.1 for what stands between commas: that says only when a
 * connection ends.
 */
function nginxEndsOtherwise(before: Seen | undefined): boolean {
  if (before === undefined) return false
  return headerValues(before.headers, 'connection').some((value) => /close|keep-alive/i.test(value))
}

const nginxRefused = /HTTP\/1\.1 [45]\d\d /

function asInCgi({ method, target, headers, body }: Seen): NginxSeen {
  const named: Record<string, string> = {}
  for (let at = 0; at < headers.length; at += 2) {
    const name = headers[at]!.toUpperCase().replaceAll('-', '_')
    const value = headers[at + 1]!
    named[name] = name in named ? `${named[name]}, ${value}` : value
  }
  return sorted({ method, target, headers: named, body })
}

function sorted({ method, target, headers, body }: NginxSeen): NginxSeen {
  return {
    method,
    target,
    headers: Object.fromEntries(Object.entries(headers).sort(([a], [b]) => (a < b ? -1 : 1))),
    body,
  }
}

/** With more patience where it found a difference: a machine that is busy makes both give up early. */
async function again<T extends { readonly difference: string | null }>(
  compare: (patience: 0 | 1) => Promise<T>,
): Promise<T> {
  const quick = await compare(0)
  return quick.difference === null ? quick : await compare(1)
}

/** Our codec and nginx, side by side. */
export class NginxPairs implements AsyncDisposable {
  readonly #own: readonly [Readers, Readers]
  readonly #nginx: readonly [NginxReader, NginxReader]

  private constructor(own: readonly [Readers, Readers], nginx: readonly [NginxReader, NginxReader]) {
    this.#own = own
    this.#nginx = nginx
  }

  static async start(slots: number): Promise<NginxPairs> {
    const own = [await Readers.start('own', slots), await Readers.start('own', slots, 2_000)] as const
    return new NginxPairs(own, [await nginxReader(slots, 150), await nginxReader(slots, 2_000)])
  }

  /** Gives the same bytes to both. */
  async compare(slot: number, bytes: string) {
    const at = async (patience: 0 | 1) => {
      const nginx = this.#nginx[patience]
      nginx.begin(slot)
      const [own, answers] = await Promise.all([
        this.#own[patience].read(slot, [bytes]),
        rawExchange(nginx.path(slot), [bytes]),
      ])
      const seen = nginx.seen(slot)
      return { own, seen, difference: differenceToNginx(own, seen, answers) }
    }
    return await again(at)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([...this.#own, ...this.#nginx].map((one) => one[Symbol.asyncDispose]()))
  }
}

/** Both cores, side by side. */
export class ReaderPairs implements AsyncDisposable {
  readonly #own: readonly [Readers, Readers]
  readonly #node: readonly [Readers, Readers]

  private constructor(own: readonly [Readers, Readers], node: readonly [Readers, Readers]) {
    this.#own = own
    this.#node = node
  }

  static async start(slots: number): Promise<ReaderPairs> {
    const quickAndPatient = async (core: HttpCoreName): Promise<readonly [Readers, Readers]> => [
      await Readers.start(core, slots),
      await Readers.start(core, slots, 2_000),
    ]
    return new ReaderPairs(await quickAndPatient('own'), await quickAndPatient('node'))
  }

  /**
   * Gives the pieces to our codec and all of it at once to the other. A difference is one only when it is there with more time, too.
   */
  async compare(slot: number, pieces: readonly string[], manner: Manner = 'reads all') {
    const whole = [pieces.join('')]
    const at = async (patience: 0 | 1) => {
      const [own, other] = await Promise.all([
        this.#own[patience].read(slot, pieces, manner),
        this.#node[patience].read(slot, whole, manner),
      ])
      return { own, difference: difference(own, other, manner) }
    }
    return await again(at)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([...this.#own, ...this.#node].map((readers) => readers[Symbol.asyncDispose]()))
  }
}

/**
 * A connection ends without a refusal behind a request that asks for it, also where another line asks otherwise; and behind
 * an answer that came before all of the body, when the rest is malformed or the client was not told whether to send it.
 */
function mayEndUnsaid(last: Seen | undefined, manner: Manner): boolean {
  if (last === undefined) return false
  if (headerValues(last.headers, 'connection').some((value) => /\bclose\b/i.test(value))) return true
  if (manner === 'reads all') return false
  return ['content-length', 'transfer-encoding'].some((name) => hasHeader(last.headers, name))
}

/** What we take on purpose and llhttp does not: methods that it doesn't know, and octets beyond ASCII in a target. */
function isTakenByUsOnly({ method, target }: Seen): boolean {
  return !METHODS.includes(method) || /[\x80-\xff]/.test(target)
}

const refused = /HTTP\/1\.1 4\d\d [^]*application\/problem\+json/

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
          tls: usualTls,
        },
        {
          // undici keeps blanks behind a value, which are none of it.
          head: (status, headers) =>
            (head = { status, headers: headers.raw().map((part) => part.replace(/[ \t]+$/, '')) }),
          data: (chunk) => parts.push(Buffer.from(chunk)) > 0,
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
