import { TRPCClientError } from '@trpc/client'

/** What an error says to a person: what happened, the stable code, and the id to quote. */
export interface ProblemText {
  readonly title: string
  /** Absent when the call never reached the server. */
  readonly code?: string
  readonly requestId?: string
  readonly details?: unknown
}

/** A refusal of a call that is not tRPC's. */
export class ProblemError extends Error {
  readonly problem: ProblemText

  constructor(problem: ProblemText) {
    super(problem.title)
    this.problem = problem
  }
}

const noAnswer = 'The server did not answer. It may be restarting, or the network is down.'

/** Reads the problem that the server put into a failed call; anything else is a call that did not reach it. */
export function problemOf(error: unknown): ProblemText {
  if (error instanceof ProblemError) return error.problem
  if (error instanceof TRPCClientError)
    return problemFrom(isObject(error.data) ? error.data['problem'] : undefined)
  return { title: error instanceof Error ? error.message : String(error) }
}

/** A problem document of the server's; anything else did not come from it. */
export function problemFrom(said: unknown): ProblemText {
  const { title, code, requestId, details } = isObject(said) ? said : {}
  if (typeof title !== 'string' || typeof code !== 'string') return { title: noAnswer }
  return { title, code, ...(typeof requestId === 'string' ? { requestId } : {}), details }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
