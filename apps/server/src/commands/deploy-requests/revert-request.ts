import { AppError } from '@penstock/errors'
import type { DeploymentModel } from '@penstock/prisma'
import { getRequest } from '../../deploy-requests/request-rows.ts'
import { findApi } from '../../store/apis.ts'
import { audit } from '../../store/audit.ts'
import { findStage } from '../../store/stages.ts'
import type { CommandContext } from '../context.ts'
import { rollback } from '../rollback.ts'
import type { RequestNamed } from './change-request.ts'

/** Puts back what was live before a request was deployed, for as long as its window is open. */
export async function revertRequest(context: CommandContext, input: RequestNamed): Promise<DeploymentModel> {
  const { clock, db, live } = context
  const { slug, number } = input
  const api = await findApi(db, slug)
  const { stage, title, baseId } = await getRequest(db, api, number)
  if (baseId === null) throw ended(number, 'nothing was live before')
  const description = `Revert of deploy request ${number}: ${title}`
  const deployment = await rollback(
    context,
    { slug, stage, deployment: baseId, description },
    {
      requestNumber: number,
      async check(tx) {
        const request = await getRequest(tx, api, number)
        const serving = (await findStage(tx, api.id, stage))?.deploymentId
        if (request.state !== 'deployed') throw ended(number, `it is ${request.state}`)
        if (serving !== request.deploymentId) throw ended(number, `something else is live on ${stage}`)
        if (request.revertUntil === null || request.revertUntil <= clock.now())
          throw ended(number, 'the time for that is over')
      },
      async write(tx, { id }) {
        const where = { apiId_number: { apiId: api.id, number } }
        const now = clock.now()
        const data = { state: 'reverted', revertId: id, revertUntil: null, updatedAt: now }
        await tx.deployRequest.update({ where, data })
        await audit(tx, now, context.actor, {
          api,
          action: 'revert-request',
          data: { request: number, stage, title },
        })
      },
    },
  )
  // The scheduler hears of it: what waited for its turn was planned on what has just gone.
  live.publish({ type: 'deploy-request', slug, number })
  return deployment
}

function ended(number: number, reason: string): AppError {
  return new AppError('REVERT_ENDED', { params: { number, reason } })
}
