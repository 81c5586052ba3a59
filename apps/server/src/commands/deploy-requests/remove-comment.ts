import { commentOf, requireAuthor } from '../../deploy-requests/comment-rows.ts'
import { audit } from '../../store/audit.ts'
import type { CommandContext } from '../context.ts'
import { changeRequest, type RequestNamed } from './change-request.ts'

export interface RemoveCommentInput extends RequestNamed {
  readonly comment: string
}

/** Deletes a comment. Its author does. What others answered stays, below a place that says so. */
export async function removeComment(context: CommandContext, input: RemoveCommentInput): Promise<void> {
  const { actor } = context
  await changeRequest(context, input, async (tx, { api, request, now }) => {
    const comment = commentOf(request, input.comment)
    requireAuthor(comment, actor, "delete somebody else's comment")
    const { id, threadId } = comment
    if (request.comments.some((other) => other.threadId === id)) {
      await tx.deployRequestComment.update({ where: { id }, data: { body: '', deletedAt: now } })
    } else {
      await tx.deployRequestComment.delete({ where: { id } })
      const thread = request.comments.find((other) => other.id === threadId)
      const isLast = !request.comments.some((other) => other.threadId === threadId && other.id !== id)
      if (thread?.deletedAt && isLast) await tx.deployRequestComment.delete({ where: { id: thread.id } })
    }
    const { number, stage, title } = request
    const data = { request: number, stage, title, comment: id, deleted: true }
    await audit(tx, now, actor, { api, action: 'comment-request', data })
  })
}
