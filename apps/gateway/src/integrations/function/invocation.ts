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

/** A function that can be called: in the gateway's own processes, or at Lambda. */
export interface Invoker {
  /** Throws a Failure where the function did not come to run, or not to an end in time. */
  invoke(context: RequestContext, event: string): Promise<Outcome>
  /** Has it run without waiting for what it answers. Settles once it is taken on. */
  start(context: RequestContext, event: string): Promise<void>
}
