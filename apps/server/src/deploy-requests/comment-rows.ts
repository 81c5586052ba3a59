import { AppError } from '@penstock/errors'
import type { DeployRequestCommentModel } from '@penstock/prisma'
import type { Author } from '../store/audit.ts'
import { isSameActor, keptActor } from '../store/kept-actor.ts'
import type { RequestRow } from './request-rows.ts'

type Discussed = Pick<RequestRow, 'comments'>

/** A comment of a request that is still there. Throws NOT_FOUND. */
export function commentOf({ comments }: Discussed, id: string): DeployRequestCommentModel {
  const comment = comments.find((each) => each.id === id && each.deletedAt === null)
  return comment ?? missing()
}

/** The comment that begins the thread of another, or is that itself; it may have been deleted. Throws NOT_FOUND. */
export function threadOf({ comments }: Discussed, id: string): DeployRequestCommentModel {
  const comment = comments.find((each) => each.id === id)
  const thread = comment?.threadId ? comments.find((each) => each.id === comment.threadId) : comment
  return thread ?? missing()
}

/** Passes for whoever wrote a comment; for others FORBIDDEN: "You may not <action>." */
export function requireAuthor(comment: DeployRequestCommentModel, actor: Author, action: string): void {
  if (!isSameActor(keptActor(comment.authorKind, comment.authorId), actor))
    throw new AppError('FORBIDDEN', { params: { action } })
}

function missing(): never {
  throw new AppError('NOT_FOUND', { params: { what: 'comment' } })
}
