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
  readonly onFinished: (context: RequestContext) => void
}

export interface RouteOutcome {
  readonly context: RequestContext
  readonly answer: SocketAnswer
  /** Set when the gateway itself has to say what went wrong. */
  readonly failure: Failure | null
}

/** Runs the integration of a route through the same code as that of a method, and keeps what it answers. Never rejects. */
export async function runRoute(run: RouteRun): Promise<RouteOutcome> {
  const { stage, route, request, event, answerBytesMax, onFinished } = run
  const answer = new SocketAnswer(answerBytesMax)
  const context = new RequestContext(request, answer, () => undefined)
  context.stage = stage
  context.route = route
  context.socket = event
  context.path = '/'
  if (event.type !== 'CONNECT') context.method = 'POST'
  try {
    if (route === null) throw unrouted()
    await route.handler(context)
    if (answer.isTooLarge) throw tooLarge(answerBytesMax)
  } catch (thrown) {
    context.failure = toFailure(thrown, 'integration')
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

function tooLarge(limit: number): Failure {
  return new Failure('UPSTREAM_TOO_LARGE', {
    phase: 'integration response',
    reason: `the answer exceeds the ${limit} bytes of a message`,
    params: { limit: `${Math.round(limit / 1024)} KB` },
  })
}
