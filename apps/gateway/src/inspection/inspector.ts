import {
  type Excerpt,
  excerptLimit,
  type Inspection,
  type InspectedCall,
  type InspectedMessage,
  type InspectedRouting,
  type InspectionNote,
  type InspectionPhase,
} from '@penstock/bundle'
import { templateReads, type TemplateScope } from '@penstock/template'
import type { Failure, Phase } from '../failure.ts'
import type { CompiledRoute, CompiledStage } from '../compiled-stage.ts'
import type { RequestContext } from '../request-context.ts'
import type { Match } from '../router/router.ts'
import { sentHeaders, type UpstreamHandler, type UpstreamRequest } from '../wire/client.ts'
import { BodyRecorder, excerpt, excerptOf } from './excerpt.ts'
import { explainRouting, pinnedRouting } from './explain-routing.ts'
import { pairs } from './header-pairs.ts'

/** Thrown where an explained request would call its integration: nothing went wrong, it is as far as it goes. */
class Stop extends Error {
  override readonly name = 'Stop'
}

interface OpenPhase {
  readonly name: Phase
  readonly start: number
  end: number | null
  outcome: InspectionPhase['outcome']
  in?: InspectedMessage
  out?: InspectedMessage
  readonly notes: InspectionNote[]
}

/**
 * Writes down what one request goes through, phase by phase, while the gateway's own code handles it. A request from a
 * client has none (`context.inspection` is null); one that is only explained is stopped where its integration would be
 * called, so that nothing behind the gateway hears of it.
 */
export class Inspector {
  readonly onlyExplains: boolean
  /** Id of the method that is run whatever the path; null: the router chooses. */
  readonly pinned: string | null
  routing: InspectedRouting | null = null
  call: InspectedCall | null = null
  readonly #sent: Buffer | null
  readonly #began: number
  readonly #phases: OpenPhase[] = []
  #body: BodyRecorder | null = null

  /** `sent` is the client's body, which a proxy streams on without looking at it. */
  constructor(onlyExplains: boolean, sent: Buffer | null, pinned: string | null) {
    this.onlyExplains = onlyExplains
    this.pinned = pinned
    this.#sent = sent
    this.#began = performance.now()
  }

  /** A phase begins, and the one before it has passed. Entering the phase that is under way changes nothing. */
  enter(name: Phase, incoming?: InspectedMessage): void {
    const current = this.#phases.at(-1)
    if (current?.name === name && current.end === null) return
    this.#end()
    this.#phases.push({
      name,
      start: performance.now(),
      end: null,
      outcome: 'passed',
      ...(incoming ? { in: incoming } : {}),
      notes: [],
    })
  }

  /** What came out of the phase that is under way. */
  gave(message: InspectedMessage): void {
    const current = this.#phases.at(-1)
    if (current) current.out = { ...current.out, ...message }
  }

  note(note: InspectionNote): void {
    this.#phases.at(-1)?.notes.push(note)
  }

  fact(name: string, value: string): void {
    this.note({ kind: 'fact', name, value })
  }

  /** Asks the router which route answers, and which ones came near. */
  routes({ method, path }: RequestContext, stage: CompiledStage): void {
    this.enter('route', { method, url: path })
    this.routing = explainRouting(method, path, stage)
  }

  /** The route that was asked for, which the router has no say in, and the request as it came to it. */
  routed({ method, path, query, request }: RequestContext, match: Match<CompiledRoute>): void {
    this.enter('route', {
      method,
      url: query === '' ? path : `${path}?${query}`,
      headers: pairs(request.headers),
      body: this.#sent && excerpt(this.#sent, excerptLimit),
    })
    this.routing = pinnedRouting(method, path, match)
  }

  mapped(from: string, to: 'path' | 'querystring' | 'header', name: string, values: readonly string[]): void {
    this.note({ kind: 'parameter', from, to, name, value: values.length === 0 ? null : values.join(', ') })
  }

  rendered(
    { type, source }: { readonly type: string; readonly source: string },
    scope: TemplateScope,
    output: string | null,
  ): void {
    this.note({
      kind: 'template',
      type,
      source: excerptOf(source),
      output: output === null ? null : excerptOf(output),
      variables: templateReads(source, scope),
    })
  }

  selected(pattern: string | null, selector: string | null, status: number): void {
    this.note({ kind: 'selected', pattern, selector, status })
  }

  /** The integration is about to be called with this. Ends here when the request is only explained. */
  calls(call: InspectedCall): void {
    this.call = call
    this.gave(messageOf(call))
    if (this.onlyExplains) {
      const current = this.#phases.at(-1)
      if (current) current.outcome = 'stopped'
      throw new Stop()
    }
    this.enter('integration', messageOf(call))
  }

  /** An HTTP call, with the integration's answer listened to on its way to `handler`. */
  callsUpstream(request: UpstreamRequest): void {
    this.calls({
      kind: 'http',
      method: request.method,
      url: request.origin + request.path,
      headers: pairs(sentHeaders(request)),
      body: this.#bodyOf(request.body),
      timeoutMs: request.timeoutMs,
    })
  }

  listen(handler: UpstreamHandler): UpstreamHandler {
    const body = new BodyRecorder(excerptLimit)
    this.#body = body
    return {
      head: (status, headers) => {
        this.gave({ status, headers: pairs(headers.raw()) })
        handler.head(status, headers)
      },
      data: (chunk) => {
        body.add(chunk)
        return handler.data(chunk)
      },
      end: () => {
        body.end()
        handler.end()
      },
      error: (error) => handler.error(error),
    }
  }

  isStop(thrown: unknown): boolean {
    return thrown instanceof Stop
  }

  /** The request failed in this phase, which may be one that it had not entered. */
  failed({ phase, code, reason }: Failure): void {
    this.enter(phase)
    this.fact(code, reason)
    const current = this.#phases.at(-1)
    if (current) current.outcome = 'failed'
    this.#end()
  }

  /** The request is over: with an answer, or given up in a phase that was still under way. */
  ends(failure: Failure | null, answer: Inspection['answer']): void {
    if (failure && !this.#phases.some(({ outcome }) => outcome === 'failed')) this.failed(failure)
    const last = this.#phases.findLast(({ name }) => name === 'response')
    if (last && answer) last.out = answer.body === null ? answer : { ...answer, body: shorter(answer.body) }
  }

  phases(): InspectionPhase[] {
    this.#end()
    const upstream = this.#phases.find(({ name }) => name === 'integration')
    const body = this.#body?.excerpt()
    if (upstream?.out && body) upstream.out = { ...upstream.out, body }
    return this.#phases.map(({ start, end, ...phase }) => ({
      ...phase,
      startMs: round(start - this.#began),
      durationMs: round((end ?? start) - start),
    }))
  }

  #bodyOf(body: UpstreamRequest['body']): Excerpt | null {
    const bytes = body === null ? null : body instanceof Uint8Array ? Buffer.from(body) : this.#sent
    return bytes === null ? null : excerpt(bytes, excerptLimit)
  }

  #end(): void {
    const current = this.#phases.at(-1)
    if (current) current.end ??= performance.now()
  }
}

function messageOf(call: InspectedCall): InspectedMessage {
  if (call.kind === 'http') {
    const { method, url, headers, body } = call
    return { method, url, headers, body }
  }
  return call.kind === 'function' ? { url: call.function, body: call.event } : { status: call.status }
}

/** The answer is shown whole elsewhere. */
function shorter(body: Excerpt): Excerpt {
  return body.text.length <= excerptLimit
    ? body
    : { ...body, text: body.text.slice(0, excerptLimit), whole: false }
}

export function round(ms: number): number {
  return Math.round(ms * 1000) / 1000
}
