import { TRPCClientError } from '@trpc/client'

/** What an error says to a person: what happened, the stable code, and the id to quote. */
export interface ProblemText {
  readonly title: string
  /** Absent when the call never reached the server. */
  readonly code?: string
  readonly requestId?: string
  readonly details?: unknown
}

/** Reads the problem that the server put into a failed call; anything else is a call that did not reach it. */
export function problemOf(error: unknown): ProblemText {
  if (error instanceof TRPCClientError) {
    const problem = problemIn(error.data)
    if (problem) return problem
    return { title: 'The server did not answer. It may be restarting, or the network is down.' }
  }
  return { title: error instanceof Error ? error.message : String(error) }
}

function problemIn(data: unknown): ProblemText | null {
  if (!isObject(data) || !isObject(data['problem'])) return null
  const { title, code, requestId, details } = data['problem']
  if (typeof title !== 'string' || typeof code !== 'string') return null
  return { title, code, ...(typeof requestId === 'string' ? { requestId } : {}), details }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
