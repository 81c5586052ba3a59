import { personOf } from '../../deploy-requests/person-of.ts'
import { getRequest } from '../../deploy-requests/request-rows.ts'
import { undecided } from '../../deploy-requests/states.ts'
import { findApi } from '../../store/apis.ts'
import { audit } from '../../store/audit.ts'
import type { CommandContext } from '../context.ts'
import { type RequestNamed, requireState } from './change-request.ts'
import { planDraft } from './plan-draft.ts'

/**
 * Plans a request again, on the draft and on what is live now. Nobody has reviewed that plan: votes begin anew, and a
 * place in the queue or a time is given up.
 */
export async function rebaseRequest(
  context: CommandContext,
  input: RequestNamed & { readonly planHash?: string | undefined },
): Promise<void> {
  const { actor, clock, db, live } = context
  const { slug, number } = input
  const { stage } = await getRequest(db, await findApi(db, slug), number)
  await planDraft(
    context,
    { slug, stage, createStage: true, planHash: input.planHash },
    async (tx, api, kept) => {
      const request = await getRequest(tx, api, number)
      requireState(request, undecided, 'it is not planned again')
      const now = clock.now()
      const round = request.round + 1
      await tx.deployRequest.update({
        where: { id: request.id },
        data: {
          ...kept,
          round,
          plannerUserId: await personOf(tx, actor),
          state: 'open',
          scheduledAt: null,
          deployer: null,
          note: '',
          updatedAt: now,
        },
      })
      const data = { request: number, stage, title: request.title, round }
      await audit(tx, now, actor, { api, action: 'rebase-request', data })
    },
  )
  live.publish({ type: 'deploy-request', slug, number })
}
