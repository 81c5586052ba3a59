import type { CallTrace, UpstreamCall, UpstreamHandler, UpstreamRequest } from '../client.ts'
import type { OutgoingHead } from './outgoing-head.ts'
import type { UpstreamConnection } from './upstream-connection.ts'

/** One call, from the moment it is asked for to its end. After `fail` or `abort` its handler hears nothing more. */
export class Http1Call implements UpstreamCall {
  readonly request: UpstreamRequest
  readonly head: OutgoingHead
  readonly handler: UpstreamHandler
  /** By when the answer's head must be there. */
  readonly deadline: number
  connection: UpstreamConnection | null
  isSettled: boolean
  /** On a connection that had served others before. */
  isReused: boolean
  /** Set when it failed or was given up, before its connection forgets it. */
  last: CallTrace | null

  constructor(request: UpstreamRequest, head: OutgoingHead, handler: UpstreamHandler, deadline: number) {
    this.request = request
    this.head = head
    this.handler = handler
    this.deadline = deadline
    this.connection = null
    this.isSettled = false
    this.isReused = false
    this.last = null
  }

  resume(): void {
    this.connection?.resumeFor(this)
  }

  abort(): void {
    if (this.isSettled) return
    this.isSettled = true
    this.connection?.abandon(this)
  }

  trace(): CallTrace {
    return this.last ?? this.connection?.traceOf(this) ?? queued
  }

  /** The answer is complete. */
  end(): void {
    if (this.isSettled) return
    try {
      this.handler.end()
      this.isSettled = true
    } catch (thrown) {
      this.fail(thrown as Error)
    }
  }

  fail(error: Error): void {
    if (this.isSettled) return
    this.isSettled = true
    this.handler.error(error)
  }
}

const queued: CallTrace = {
  step: 'queued',
  isReused: null,
  address: null,
  received: 0,
  start: '',
  broke: '',
}
