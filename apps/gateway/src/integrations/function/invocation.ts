import type { Failure } from '../../failure.ts'
import type { RequestContext } from '../../request-context.ts'

/** What a call of a function came to, wherever it ran. */
export type Outcome =
  | { readonly failure: null; readonly json: string }
  /**
   * It ran and failed: what a proxy throws, and what an integration that maps errors reads. `message` selects its
   * response; `json` is the error as Lambda reports it.
   */
  | { readonly failure: Failure; readonly message: string; readonly json: string }

/** Takes what a function writes of an answer that streams. */
export interface StreamSink {
  /** Some of it was sent on: a failure can only cut it. */
  readonly hasBegun: boolean
  /** The bytes are used up during the call. False: nothing more until `onDrain`. Throws a Failure where it is no answer. */
  data(chunk: Uint8Array): boolean
  /** The answer is whole. Throws a Failure where it is none. */
  end(): void
  onDrain(listener: () => void): void
}

/** A function that can be called: in the gateway's own processes, or at Lambda. */
export interface Invoker {
  /** Throws a Failure where the function did not come to run, or not to an end in time. */
  invoke(context: RequestContext, event: string): Promise<Outcome>
  /**
   * Has its answer sent on as it is written. Settles when that is whole: with null, or with what a function came to that does
   * not stream. Throws like `invoke`, also after a part of the answer was sent.
   */
  stream(context: RequestContext, event: string, sink: StreamSink): Promise<Outcome | null>
  /** Has it run without waiting for what it answers. Settles once it is taken on. */
  start(context: RequestContext, event: string): Promise<void>
}
