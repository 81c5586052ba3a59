/** Where a request stands. Approved is none of these: the votes and the stage's setting say it. */
export const requestStates = ['open', 'queued', 'scheduled', 'deployed', 'reverted', 'closed'] as const
export type RequestState = (typeof requestStates)[number]

/** Those that may still be deployed. */
export const undecided: readonly string[] = ['open', 'queued', 'scheduled'] satisfies RequestState[]

/** Those that hold their stage's place in the queue. */
export const inLine: readonly string[] = ['queued', 'scheduled'] satisfies RequestState[]
