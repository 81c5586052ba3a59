import { commentOf, requireAuthor, threadOf } from '../../deploy-requests/comment-rows.ts'
import { audit } from '../../store/audit.ts'
import type { CommandContext } from '../context.ts'
import { changeRequest, type RequestNamed } from './change-request.ts'

export interface ChangeCommentInput extends RequestNamed {
  readonly comment: string
  readonly body?: string | undefined
  /** Of the thread that the comment is in. */
  readonly resolved?: boolean | undefined
}

/** Rewords a comment, which its author does; resolves or reopens its thread, which anybody does. */
export async function changeComment(context: CommandContext, input: ChangeCommentInput): Promise<void> {
  const { actor } = context
  const { body, resolved } = input
  await changeRequest(context, input, async (tx, { api, request, now }) => {
    const thread = threadOf(request, input.comment)
    const { number, stage, title } = request
    const tell = (id: string, what: object) =>
      audit(tx, now, actor, {
        api,
        action: 'comment-request',
        data: { request: number, stage, title, comment: id, ...what },
      })
    if (body !== undefined) {
      const comment = commentOf(request, input.comment)
      requireAuthor(comment, actor, "reword somebody else's comment")
      if (body !== comment.body) {
        await tx.deployRequestComment.update({ where: { id: comment.id }, data: { body, editedAt: now } })
        await tell(comment.id, { edited: true })
      }
    }
    // Who resolved it first has: two who do so at once agree.
    if (resolved !== undefined && resolved !== (thread.resolvedAt !== null)) {
      const by = resolved ? actor : null
      const data = {
        resolvedAt: by && now,
        resolvedBy: by && by.name,
        resolverKind: by && by.kind,
        resolverId: by && by.id,
      }
      await tx.deployRequestComment.update({ where: { id: thread.id }, data })
      await tell(thread.id, { resolved })
    }
  })
}
