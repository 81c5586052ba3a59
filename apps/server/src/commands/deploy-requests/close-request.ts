import { undecided } from '../../deploy-requests/states.ts'
import { audit } from '../../store/audit.ts'
import type { CommandContext } from '../context.ts'
import { changeRequest, type RequestNamed, requireState } from './change-request.ts'

/** Ends a request without deploying it. */
export async function closeRequest(context: CommandContext, input: RequestNamed): Promise<void> {
  await changeRequest(context, input, async (tx, { api, request, now }) => {
    requireState(request, undecided, 'it can not be closed')
    const { id, number, stage, title } = request
    const data = { state: 'closed', scheduledAt: null, deployer: null, note: '', updatedAt: now }
    await tx.deployRequest.update({ where: { id }, data })
    await audit(tx, now, context.actor, {
      api,
      action: 'close-request',
      data: { request: number, stage, title },
    })
  })
}
