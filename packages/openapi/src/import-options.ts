import type { Definition } from '@penstock/model'
import type { ReadLimits } from './read/read-document.ts'

export interface ImportOptions {
  /** What becomes of the server's path: left out (default), put before every route, or put there without its first segment. */
  readonly basepath?: 'ignore' | 'prepend' | 'split' | undefined
  readonly failOnWarnings?: boolean | undefined
  /** Defaults to `aws` where the document carries `x-amazon-apigateway-*`. Said outright, `aws` also refuses what Amazon refuses. */
  readonly compatibility?: 'native' | 'aws' | undefined
  readonly type?: 'REST' | 'HTTP' | 'WEBSOCKET' | undefined
  /** What is there already: its records keep their ids. */
  readonly existing?: Definition | undefined
  /** `merge` keeps what the document does not mention, `overwrite` removes it. */
  readonly mode?: 'create' | 'merge' | 'overwrite' | undefined
  /**
   * Base URL that methods without an integration are sent to, or `servers`: the first that the document names. Without
   * it they answer from examples.
   */
  readonly upstream?: string | undefined
  readonly limits?: Partial<ReadLimits> | undefined
}
