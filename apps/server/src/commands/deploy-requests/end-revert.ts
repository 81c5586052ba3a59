import { AppError } from '@penstock/errors'
import { audit } from '../../store/audit.ts'
import type { CommandContext } from '../context.ts'
import { changeRequest, type RequestNamed } from './change-request.ts'

/** "Skip revert": what was deployed stays, and the next request of the stage need not wait: the scheduler hears of it. */
export async function endRevert(context: CommandContext, input: RequestNamed): Promise<void> {
  await changeRequest(context, input, async (tx, { api, request, now }) => {
    const { id, number, stage, title } = request
    if (request.state !== 'deployed' || request.revertUntil === null || request.revertUntil <= now)
      throw new AppError('REVERT_ENDED', { params: { number, reason: 'the time for that is over' } })
    await tx.deployRequest.update({ where: { id }, data: { revertUntil: null, updatedAt: now } })
    await audit(tx, now, context.actor, {
      api,
      action: 'end-revert',
      data: { request: number, stage, title },
    })
  })
}
