import { kindOf } from '@penstock/model'
import { AppError } from '@penstock/errors'
import { uuidv7 } from 'uuidv7'
import { threadOf } from '../../deploy-requests/comment-rows.ts'
import { planOfRequest } from '../../deploy-requests/plan-of-request.ts'
import { getRequest } from '../../deploy-requests/request-rows.ts'
import { findApi } from '../../store/apis.ts'
import { audit } from '../../store/audit.ts'
import type { CommandContext } from '../context.ts'
import { changeRequest, type RequestNamed } from './change-request.ts'

export interface CommentInput extends RequestNamed {
  readonly body: string
  /** Id of a change of the plan that it is about. */
  readonly change?: string | undefined
  /** Id of a record that it is about. */
  readonly record?: string | undefined
  /** Id of a comment in whose thread it stands; then it is about what that is about. */
  readonly replyTo?: string | undefined
}

/** Says something about a request, one of its changes or a node, or answers what was said. Gives the comment's id. */
export async function commentRequest(context: CommandContext, input: CommentInput): Promise<string> {
  const { actor } = context
  const { body, change, record, replyTo } = input
  if (replyTo !== undefined && (change !== undefined || record !== undefined))
    throw new AppError('INVALID_INPUT', {
      params: { reason: 'An answer is about what it answers: leave out `change` and `record`.' },
    })
  const subject = await subjectOf(context, input)
  return changeRequest(context, input, async (tx, { api, request, now }) => {
    const id = uuidv7()
    const thread = replyTo === undefined ? null : threadOf(request, replyTo)
    await tx.deployRequestComment.create({
      data: {
        id,
        requestId: request.id,
        authorId: actor.id,
        authorKind: actor.kind,
        author: actor.name,
        body,
        change: change ?? null,
        record: record ?? null,
        subject,
        threadId: thread && thread.id,
        createdAt: now,
      },
    })
    const { number, stage, title } = request
    await audit(tx, now, actor, {
      api,
      action: 'comment-request',
      data: {
        request: number,
        stage,
        title,
        comment: id,
        ...(subject === null ? {} : { on: subject }),
        ...(thread === null ? {} : { thread: thread.id }),
      },
    })
    return id
  })
}

/** What the comment is on, in words: they stay when a rebase makes the change go. Throws INVALID_INPUT. */
async function subjectOf(context: CommandContext, input: CommentInput): Promise<string | null> {
  const { change, record } = input
  if (change === undefined && record === undefined) return null
  const { db } = context
  const request = await getRequest(db, await findApi(db, input.slug), input.number)
  const { content, plan } = await planOfRequest(context, request)
  if (change !== undefined) {
    const found = plan.changes.find(({ id }) => id === change)
    return found?.title ?? unknown(`change "${change}"`)
  }
  const there = content.definition.get(record!)
  if (there) return kindOf(there.kind).label(there)
  const named = plan.changes.flatMap(({ also }) => also).find((also) => also.record === record)
  const own = plan.changes.find((each) => each.record === record)
  return named?.name ?? own?.title ?? unknown(`record "${record}"`)
}

function unknown(what: string): never {
  throw new AppError('INVALID_INPUT', { params: { reason: `The plan of this request has no ${what}.` } })
}
