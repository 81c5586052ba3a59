import { inLine } from '../../deploy-requests/states.ts'
import { audit } from '../../store/audit.ts'
import type { CommandContext } from '../context.ts'
import { changeRequest, type RequestNamed, requireState } from './change-request.ts'

/** Takes a request out of the queue, or its time away: it is open again, with its votes. */
export async function unscheduleRequest(context: CommandContext, input: RequestNamed): Promise<void> {
  await changeRequest(context, input, async (tx, { api, request, now }) => {
    requireState(request, inLine, 'it is not in the queue')
    const { id, number, stage, title } = request
    const data = { state: 'open', scheduledAt: null, deployer: null, updatedAt: now }
    await tx.deployRequest.update({ where: { id }, data })
    await audit(tx, now, context.actor, {
      api,
      action: 'unschedule-request',
      data: { request: number, stage, title },
    })
  })
}
