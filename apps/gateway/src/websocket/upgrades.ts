import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { resolveAddress } from '../address.ts'
import { apiFailure } from '../api-failure.ts'
import type { CompiledStage } from '../compiled-stage.ts'
import { Failure, toFailure } from '../failure.ts'
import { removeHeader, setHeader } from '../headers.ts'
import { RequestContext } from '../request-context.ts'
import type { Runtime } from '../runtime.ts'
import type { WireRequest } from '../wire/server.ts'
import type { WireSocket, WireSockets, WireUpgrade } from '../wire/socket.ts'
import { Connection, type SocketLimits } from './connection.ts'
import type { Connections } from './connections.ts'
import { errorFrame } from './error-frame.ts'
import { type RouteOutcome, runRoute } from './run-route.ts'
import { SocketAnswer } from './socket-answer.ts'
import type { SocketEvent } from './socket-event.ts'

export interface UpgradesOptions {
  readonly runtime: Runtime
  readonly domain: string
  readonly connections: Connections
  readonly limits: SocketLimits
  /** Told of each connection that was asked for, and of each message, at its end. */
  readonly onFinished: (context: RequestContext) => void
}

/**
 * The life of a connection. Each step reads what is served now: a message that comes after a deployment is answered by
 * that deployment, on the connection that was opened under the one before.
 *
 *     opening handshake
 *       │ address, preview    as for every request
 *       │ $connect            2xx opens; anything else is the answer, and nothing opens
 *       ▼
 *     open ─ message ─► selection ─► route ─► integration ─► its answer, where the route answers
 *       │                  └─ none: error frame
 *       ▼
 *     closed ─► $disconnect
 */
export class Upgrades implements WireSockets {
  readonly #options: UpgradesOptions
  #isDraining = false

  constructor(options: UpgradesOptions) {
    this.#options = options
  }

  get messageBytesMax(): number {
    return this.#options.limits.messageBytesMax
  }

  /** From now on nothing opens. */
  drain(): void {
    this.#isDraining = true
  }

  isUpgrade(request: WireRequest): boolean {
    try {
      return this.#address(request).stage.sockets !== null
    } catch {
      // The pipeline says what is wrong with the address.
      return false
    }
  }

  handle(upgrade: WireUpgrade): void {
    void this.#open(upgrade)
  }

  async #open(upgrade: WireUpgrade): Promise<void> {
    const { onFinished, limits } = this.#options
    const id = randomBytes(12).toString('base64url')
    const connectedAt = Date.now()
    let asked: Addressed
    try {
      asked = this.#enter(upgrade.request)
    } catch (thrown) {
      const context = new RequestContext(upgrade.request, new SocketAnswer(0), () => undefined)
      context.failure = toFailure(thrown, 'address')
      return refuseBecause(upgrade, context, context.failure, onFinished)
    }
    const { stage, request } = asked
    const route = stage.sockets?.connect ?? null
    // Without $connect, or where nothing runs there, everybody may.
    const run =
      route === null || (route.source.integration === null && !route.source.refused)
        ? null
        : await runRoute({
            stage,
            route,
            request,
            event: eventOf('CONNECT', '$connect', { id, connectedAt }),
            answerBytesMax: limits.messageBytesMax,
            onFinished,
          })
    if (run !== null && run.failure !== null) return refuseBecause(upgrade, run.context, run.failure, null)
    if (run !== null && !isSuccess(run.answer.status)) return refuseAs(upgrade, run)
    const opening = { id, connectedAt, stage, request }
    const socket = upgrade.accept(run?.answer.header('sec-websocket-protocol') ?? null)
    if (socket !== null) this.#opened(socket, opening)
    // $connect believes that it is open.
    else if (run !== null)
      await this.#disconnect({ ...opening, api: stage.slug, stage: stage.name }, { code: 1006, reason: '' })
  }

  #opened(
    socket: WireSocket,
    { id, connectedAt, stage, request }: { id: string; connectedAt: number } & Addressed,
  ): void {
    const { connections, limits } = this.#options
    const connection = new Connection(socket, {
      id,
      api: stage.slug,
      stage: stage.name,
      request,
      connectedAt,
      limits,
      onMessage: (from, text) => this.#message(from, text),
      onClosed: (from, code, reason) => this.#closed(from, { code, reason }),
    })
    connections.add(connection)
    // Taken away while $connect ran.
    if (!this.#stageOf(connection)?.sockets) connection.closeUnserved()
    else if (this.#isDraining) void connection.drain()
  }

  async #message(connection: Connection, text: string): Promise<void> {
    const stage = this.#stageOf(connection)
    if (!stage?.sockets) return connection.closeUnserved()
    const route = stage.sockets.routeOf(text)
    const { context, answer, failure } = await runRoute({
      stage,
      route,
      request: messageRequest(connection.request, 'MESSAGE', text),
      event: eventOf('MESSAGE', route?.key ?? '$default', connection),
      answerBytesMax: this.messageBytesMax,
      gone: connection.gone,
      onFinished: this.#options.onFinished,
    })
    if (failure !== null) await connection.send(errorFrame(context, failure))
    else if (route?.answers && answer.body.length > 0) await connection.send(answer.body.toString('utf8'))
  }

  #closed(connection: Connection, closed: Closed): Promise<void> {
    this.#options.connections.remove(connection)
    return this.#disconnect(connection, closed)
  }

  async #disconnect(connection: Opening, closed: Closed): Promise<void> {
    if (this.#options.connections.isCut) return
    const stage = this.#stageOf(connection)
    const route = stage?.sockets?.disconnect ?? null
    if (!stage || route === null || route.source.integration === null) return
    await runRoute({
      stage,
      route,
      request: messageRequest(connection.request, 'DISCONNECT', null),
      event: { ...eventOf('DISCONNECT', '$disconnect', connection), closed },
      answerBytesMax: this.messageBytesMax,
      onFinished: this.#options.onFinished,
    })
  }

  #stageOf({ api, stage }: Pick<Connection, 'api' | 'stage'>): CompiledStage | undefined {
    return this.#options.runtime.current?.apis.get(api)?.get(stage)
  }

  /** Where a request is addressed to, as whoever may ask there. */
  #enter(request: WireRequest): Addressed {
    if (this.#isDraining)
      throw new Failure('GATEWAY_NOT_READY', { phase: 'address', reason: 'the gateway is going away' })
    const { stage, context } = this.#address(request)
    stage.access?.(context)
    return { stage, request: context.request }
  }

  #address(request: WireRequest): { stage: CompiledStage; context: RequestContext } {
    const { runtime, domain } = this.#options
    const table = runtime.current
    if (table === null)
      throw new Failure('GATEWAY_NOT_READY', {
        phase: 'address',
        reason: 'no configuration has been loaded yet',
      })
    const context = new RequestContext(request, new SocketAnswer(0), () => undefined)
    context.errorPages = table.errorPages
    return { stage: resolveAddress(context, table, domain), context }
  }
}

type Opening = Pick<Connection, 'id' | 'api' | 'stage' | 'request' | 'connectedAt'>
type Closed = NonNullable<SocketEvent['closed']>

interface Addressed {
  readonly stage: CompiledStage
  /** As the integration may see it. */
  readonly request: WireRequest
}

function eventOf(
  type: SocketEvent['type'],
  routeKey: string,
  { id, connectedAt }: { readonly id: string; readonly connectedAt: number },
): SocketEvent {
  const messageId = type === 'MESSAGE' ? `${randomBytes(11).toString('base64url')}=` : null
  return { type, routeKey, connectionId: id, connectedAt, messageId, closed: null }
}

const kept: ReadonlySet<string> = new Set(['host', 'user-agent', 'x-forwarded-for'])

/** A message as a request: it brings no headers of its own, so an integration sees those that say who is connected. */
function messageRequest(opened: WireRequest, method: string, text: string | null): WireRequest {
  const headers: string[] = []
  for (let i = 0; i < opened.headers.length; i += 2)
    if (kept.has((opened.headers[i] ?? '').toLowerCase()))
      headers.push(opened.headers[i] ?? '', opened.headers[i + 1] ?? '')
  const cut = opened.target.indexOf('?')
  const target = cut < 0 ? opened.target : opened.target.slice(0, cut)
  const message = { ...opened, openedWith: opened.headers, method, target }
  if (text === null) return { ...message, headers, body: null }
  const bytes = Buffer.from(text, 'utf8')
  const length = ['Content-Type', 'application/json', 'Content-Length', String(bytes.length)]
  return { ...message, headers: [...headers, ...length], body: Readable.from([bytes]) }
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300
}

/** $connect said no: the client sees its answer. What is no answer to a handshake is a broken integration. */
function refuseAs(upgrade: WireUpgrade, { answer }: RouteOutcome): void {
  const status = answer.status >= 400 ? answer.status : 502
  const headers = [...answer.headers]
  for (const name of ['content-length', 'transfer-encoding', 'connection', 'upgrade'])
    removeHeader(headers, name)
  upgrade.refuse(status, headers, answer.body)
}

function refuseBecause(
  upgrade: WireUpgrade,
  context: RequestContext,
  failure: Failure,
  onFinished: ((context: RequestContext) => void) | null,
): void {
  const { status, headers, body } = apiFailure(context, failure)
  context.status = status
  const sent = [...headers]
  setHeader(sent, 'x-request-id', context.id)
  upgrade.refuse(status, sent, Buffer.from(body, 'utf8'))
  onFinished?.(context)
}
