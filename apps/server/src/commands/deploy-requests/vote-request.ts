import { AppError } from '@penstock/errors'
import { personOf } from '../../deploy-requests/person-of.ts'
import { requirePlan } from '../../deploy-requests/require-plan.ts'
import { inLine, undecided } from '../../deploy-requests/states.ts'
import { audit } from '../../store/audit.ts'
import type { CommandContext } from '../context.ts'
import { changeRequest, type RequestNamed, requireState } from './change-request.ts'

export interface VoteInput extends RequestNamed {
  readonly verdict: 'approve' | 'request-changes'
  readonly words?: string | undefined
  /** The plan that was reviewed. Absent: whatever it is now. */
  readonly planHash?: string | undefined
}

/**
 * Says what somebody thinks of the plan; saying it again replaces it. Whoever opened or rebased the request does not
 * vote. Asking for changes takes a request out of the queue.
 */
export async function voteRequest(context: CommandContext, input: VoteInput): Promise<void> {
  const { actor } = context
  const { verdict, words = '' } = input
  await changeRequest(context, input, async (tx, { api, request, now }) => {
    requireState(request, undecided, 'it takes no more votes')
    const { id, number, round, stage, title } = request
    requirePlan(request, input.planHash)
    const userId = await personOf(tx, actor)
    if (userId === null)
      throw new AppError('FORBIDDEN', { params: { action: 'vote with a token that belongs to nobody' } })
    if (userId === request.authorUserId || userId === request.plannerUserId)
      throw new AppError('OWN_DEPLOY_REQUEST')
    const key = { requestId: id, round, userId }
    const by = { name: actor.name, actorKind: actor.kind, actorId: actor.id }
    const vote = { ...by, verdict, words, at: now }
    await tx.deployRequestVote.upsert({
      where: { requestId_round_userId: key },
      create: { ...key, ...vote },
      update: vote,
    })
    const isHeld = verdict === 'request-changes' && inLine.includes(request.state)
    const who = await tx.user.findUnique({ where: { id: userId }, select: { name: true } })
    const note = `${who?.name ?? actor.name} asks for changes.`
    const held = { state: 'open', scheduledAt: null, deployer: null, note }
    await tx.deployRequest.update({ where: { id }, data: { updatedAt: now, ...(isHeld ? held : {}) } })
    await audit(tx, now, actor, {
      api,
      action: 'vote-request',
      data: { request: number, stage, title, verdict },
    })
  })
}
