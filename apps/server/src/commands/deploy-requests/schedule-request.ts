import { AppError } from '@penstock/errors'
import { planOfRequest } from '../../deploy-requests/plan-of-request.ts'
import { getRequest } from '../../deploy-requests/request-rows.ts'
import { requirePlan } from '../../deploy-requests/require-plan.ts'
import { findApi } from '../../store/apis.ts'
import { audit } from '../../store/audit.ts'
import { findStage } from '../../store/stages.ts'
import type { CommandContext } from '../context.ts'
import { changeRequest, type RequestNamed } from './change-request.ts'
import { checkDeployable } from './check-deployable.ts'
import { authorText } from './open-request.ts'

export interface ScheduleInput extends RequestNamed {
  readonly at: Date
  readonly planHash?: string | undefined
}

/** Has a request deployed at a time, by the server and in the name of whoever asks. One is next for a stage. */
export async function scheduleRequest(context: CommandContext, input: ScheduleInput): Promise<void> {
  const { actor, db } = context
  const planned = await getRequest(db, await findApi(db, input.slug), input.number)
  const { plan } = await planOfRequest(context, planned)
  await changeRequest(context, input, async (tx, { api, request, now }) => {
    const { id, number, title } = request
    requirePlan(request, planned.planHash)
    requirePlan(request, input.planHash)
    if (input.at <= now)
      throw new AppError('INVALID_INPUT', {
        params: { reason: 'The time to deploy at has to be in the future.' },
      })
    await checkDeployable(tx, request, plan, await findStage(tx, api.id, request.stage))
    const data = {
      state: 'scheduled',
      scheduledAt: input.at,
      deployer: authorText(actor),
      note: '',
      updatedAt: now,
    }
    await tx.deployRequest.update({ where: { id }, data })
    await audit(tx, now, actor, {
      api,
      action: 'schedule-request',
      data: { request: number, stage: request.stage, title, at: input.at.toISOString() },
    })
  })
}
