import { apiFailure } from '../api-failure.ts'
import type { CompiledStage } from '../compiled-stage.ts'
import { Failure, toFailure } from '../failure.ts'
import { RequestContext } from '../request-context.ts'
import type { WireRequest } from '../wire/server.ts'
import type { CompiledMessageRoute } from './compile-socket.ts'
import { SocketAnswer } from './socket-answer.ts'
import type { SocketEvent } from './socket-event.ts'

export interface RouteRun {
  readonly stage: CompiledStage
  /** Null where no route takes the message. */
  readonly route: CompiledMessageRoute | null
  readonly request: WireRequest
  readonly event: SocketEvent
  /** A larger answer is an error. */
  readonly answerBytesMax: number
  /** Aborted when nobody hears the answer any more. */
  readonly gone?: AbortSignal
  readonly onFinished: (context: RequestContext) => void
}

export interface RouteOutcome {
  readonly context: RequestContext
  readonly answer: SocketAnswer
  /** Set when the gateway itself has to say what went wrong. */
  readonly failure: Failure | null
}

/**
 * Runs the integration of a route through the same code as that of a method, and keeps what it answers. An integration
 * hears its message to the end, whoever has gone meanwhile; its answer is given up once it is too large, is not whole
 * within the integration's time, or streams to nobody. Never rejects.
 */
export async function runRoute(run: RouteRun): Promise<RouteOutcome> {
  const { stage, route, request, event, answerBytesMax, gone, onFinished } = run
  const answer = new SocketAnswer(answerBytesMax)
  const context = new RequestContext(request, answer, () => undefined)
  context.stage = stage
  context.route = route
  context.socket = event
  context.path = '/'
  if (event.type !== 'CONNECT') context.method = 'POST'
  const timeoutMs = route?.timeoutMs ?? null
  const late = timeoutMs === null ? undefined : setTimeout(() => answer.cut(tooSlow(timeoutMs)), timeoutMs)
  const leave = () => {
    if (context.integrationMs !== null) answer.cut(unheard())
  }
  gone?.addEventListener('abort', leave)
  try {
    if (route === null) throw unrouted()
    // A call that is cancelled says nothing more, so the handler would never come back.
    await Promise.race([route.handler(context), answer.whenCut])
    if (answer.failure !== null) throw answer.failure
  } catch (thrown) {
    context.failure = toFailure(thrown, 'integration')
    context.cancellable?.cancel()
  } finally {
    clearTimeout(late)
    gone?.removeEventListener('abort', leave)
  }
  const { failure } = context
  if (failure !== null) context.status = apiFailure(context, failure).status
  context.finish()
  onFinished(context)
  return { context, answer, failure }
}

function unrouted(): Failure {
  return new Failure('MESSAGE_UNROUTED', {
    phase: 'route',
    reason: 'the message asks for no route that there is, and there is no $default',
    awsMessage: 'Forbidden',
  })
}

function tooSlow(timeoutMs: number): Failure {
  return new Failure('UPSTREAM_TIMEOUT', {
    phase: 'integration',
    reason: `the answer was not whole after ${timeoutMs} ms`,
    params: { timeoutMs },
  })
}

function unheard(): Failure {
  return new Failure('CLIENT_GONE', {
    phase: 'integration',
    reason: 'the connection closed before the answer was whole',
  })
}
