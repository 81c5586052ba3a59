import { AppError } from '@penstock/errors'
import { audit } from '../../store/audit.ts'
import { isSameActor, keptActor } from '../../store/kept-actor.ts'
import type { CommandContext } from '../context.ts'
import { changeRequest, type RequestNamed } from './change-request.ts'

export interface ChangeCommentInput extends RequestNamed {
  readonly comment: string
  readonly body?: string | undefined
  readonly resolved?: boolean | undefined
}

/** Rewords, resolves or reopens a comment. Its author does. */
export async function changeComment(context: CommandContext, input: ChangeCommentInput): Promise<void> {
  const { actor } = context
  const { body, resolved } = input
  await changeRequest(context, input, async (tx, { api, request, now }) => {
    const comment = request.comments.find(({ id }) => id === input.comment)
    if (!comment) throw new AppError('NOT_FOUND', { params: { what: 'comment' } })
    if (!isSameActor(keptActor(comment.authorKind, comment.authorId), actor))
      throw new AppError('FORBIDDEN', { params: { action: "change somebody else's comment" } })
    await tx.deployRequestComment.update({
      where: { id: comment.id },
      data: {
        ...(body === undefined || body === comment.body ? {} : { body, editedAt: now }),
        ...(resolved === undefined ? {} : { resolvedAt: resolved ? now : null }),
      },
    })
    const { number, stage, title } = request
    const data = {
      request: number,
      stage,
      title,
      comment: comment.id,
      ...(resolved === undefined ? { edited: true } : { resolved }),
    }
    await audit(tx, now, actor, { api, action: 'comment-request', data })
  })
}
