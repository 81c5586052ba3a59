/** The gateway's answer to a call made from the canvas. */
export interface TriedView {
  readonly status: number
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: string
  readonly bodyEncoding: 'text' | 'base64'
  readonly durationMs: number
  /** The gateway's own id of the request, to look it up by; null when it sent none. */
  readonly requestId: string | null
  /** The deployment that answered (`41`); null for the preview. */
  readonly version: number | null
}
