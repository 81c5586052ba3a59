import { AppError } from '@penstock/errors'
import type { ApiModel } from '@penstock/prisma'
import { getRequest } from '../../deploy-requests/request-rows.ts'
import { undecided } from '../../deploy-requests/states.ts'
import { missingApproval, people } from '../../deploy-requests/tally.ts'
import type { Canary } from '../../store/canary.ts'
import type { Executor } from '../../store/executor.ts'
import type { StageRow } from '../../store/stages.ts'
import { requireState } from '../deploy-requests/change-request.ts'

/**
 * Passes where more of a stage's requests may go to its canary: nobody has to approve what is deployed there, or those who
 * have to approve just that, by a request that is neither decided nor objected to since. Throws APPROVAL_REQUIRED,
 * DEPLOY_REQUEST_STATE, DEPLOY_REQUEST_STALE and DEPLOY_REQUEST_UNAPPROVED.
 */
export async function refuseUnapproved(
  tx: Executor,
  api: ApiModel,
  stage: StageRow,
  { deployment }: Pick<Canary, 'deployment'>,
): Promise<void> {
  const { requiredApprovals, name } = stage
  if (requiredApprovals === 0) return
  const { requestNumber: number, snapshotRoot } = deployment
  if (number === null)
    throw new AppError('APPROVAL_REQUIRED', {
      params: { slug: api.slug, stage: name, people: people(requiredApprovals) },
      details: { requiredApprovals },
    })
  const request = await getRequest(tx, api, number)
  requireState(request, undecided, 'no more requests go to its canary')
  if (request.snapshotRoot !== snapshotRoot)
    throw new AppError('DEPLOY_REQUEST_STALE', {
      params: { number, reason: 'its canary was deployed before it was planned again' },
    })
  const missing = missingApproval(request, stage)
  if (missing) throw new AppError('DEPLOY_REQUEST_UNAPPROVED', { params: { number, reason: missing } })
}
