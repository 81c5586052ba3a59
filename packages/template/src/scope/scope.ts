/** What one call of a template sees. */
export interface TemplateScope {
  /** The request's body for a request template, the backend's for a response template; text as it came. */
  readonly body: string
  /** Always the client's. A name with several values has them joined as the gateway decides. */
  readonly params: {
    readonly path: Readonly<Record<string, string>>
    readonly querystring: Readonly<Record<string, string>>
    readonly header: Readonly<Record<string, string>>
  }
  readonly stageVariables: Readonly<Record<string, string>>
  /**
   * `$context`. Its `requestOverride` and `responseOverride`, if any, are what an earlier template of the same call has
   * set: they can be read, and come back in the result together with the new ones.
   */
  readonly context: Readonly<Record<string, unknown>>
}

export type OverrideValue = string | readonly string[]

export interface RequestOverride {
  readonly header: Readonly<Record<string, OverrideValue>>
  readonly path: Readonly<Record<string, OverrideValue>>
  readonly querystring: Readonly<Record<string, OverrideValue>>
}

/** `status` is there only as an integer from 100 to 599, as Amazon ignores others. Other members are kept for later templates. */
export interface ResponseOverride {
  readonly header: Readonly<Record<string, OverrideValue>>
  readonly status?: number
  readonly [custom: string]: unknown
}

export interface RenderResult {
  readonly output: string
  readonly requestOverride: RequestOverride
  readonly responseOverride: ResponseOverride
}
