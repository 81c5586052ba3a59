/** Why the server did not answer as asked, in its own words (RFC 9457), or that it did not answer at all. */
export class PortalProblem extends Error {
  /** Null when the call never reached the server. */
  readonly code: string | null
  readonly requestId: string | null

  constructor(title: string, code: string | null, requestId: string | null) {
    super(title)
    this.code = code
    this.requestId = requestId
  }
}

/** The problem in an answer that is none of the expected. */
export function problemFrom(status: number, body: unknown): PortalProblem {
  const { title, code, requestId } = (typeof body === 'object' && body !== null ? body : {}) as {
    title?: unknown
    code?: unknown
    requestId?: unknown
  }
  return new PortalProblem(
    typeof title === 'string'
      ? title
      : `The server answered ${status}, and not in a way that this page knows.`,
    typeof code === 'string' ? code : null,
    typeof requestId === 'string' ? requestId : null,
  )
}
