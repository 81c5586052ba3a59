import type { RecordId } from '@penstock/model'

export interface ExampleSummary {
  readonly id: RecordId
  readonly name: string
  /** Id of the method that it is an example of. */
  readonly method: RecordId
}

/** What came of one example. */
export interface ExampleRun extends ExampleSummary {
  /** `GET /orders/5?x=1` */
  readonly request: string
  /**
   * `explained`: it would reach something behind the gateway with a method that may change it, so that it was not sent;
   * its route and its mappings hold.
   */
  readonly outcome: 'passed' | 'failed' | 'explained'
  /** In sentences why it failed. */
  readonly problems: readonly string[]
  /** Of the answer; null when none came. */
  readonly status: number | null
  readonly durationMs: number | null
}
