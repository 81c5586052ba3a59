import type { DeployRequestComment } from '@penstock/server'

type Comment = Pick<DeployRequestComment, 'id' | 'replyTo' | 'isDeleted' | 'resolvedAt'>

/** What was said first, and what was answered, oldest first. */
export interface Thread<T extends Comment = DeployRequestComment> {
  readonly first: T
  readonly answers: readonly T[]
}

/** A discussion as its threads, in the order in which they were begun. */
export function threadsOf<T extends Comment>(discussion: readonly T[]): Thread<T>[] {
  const answers = new Map<string | null, T[]>()
  for (const comment of discussion) {
    const beside = answers.get(comment.replyTo)
    if (beside) beside.push(comment)
    else answers.set(comment.replyTo, [comment])
  }
  return (answers.get(null) ?? []).map((first) => ({ first, answers: answers.get(first.id) ?? [] }))
}

/** Ids of what is to be read in a thread; a comment that was deleted is none. */
export function commentsIn<T extends Comment>({ first, answers }: Thread<T>): string[] {
  return [first, ...answers].filter(({ isDeleted }) => !isDeleted).map(({ id }) => id)
}

/** How much was said in threads, and how many of these nobody resolved. */
export function countThreads<T extends Comment>(
  threads: readonly Thread<T>[],
): {
  comments: number
  unresolved: number
} {
  return {
    comments: threads.reduce((sum, thread) => sum + commentsIn(thread).length, 0),
    unresolved: threads.filter(({ first }) => first.resolvedAt === null).length,
  }
}
