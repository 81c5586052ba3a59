import { AppError } from '@penstock/errors'
import { staleness } from '../../deploy-requests/plan-of-request.ts'
import { nextInLine, type RequestRow } from '../../deploy-requests/request-rows.ts'
import { undecided } from '../../deploy-requests/states.ts'
import { missingApproval } from '../../deploy-requests/tally.ts'
import type { Plan } from '../../plan/plan.ts'
import type { Executor } from '../../store/executor.ts'
import type { StageRow } from '../../store/stages.ts'
import { requireState } from './change-request.ts'

/**
 * Passes when this plan of a request may be deployed to its stage now, or takes a place in the queue. Throws
 * DEPLOY_REQUEST_STATE, DEPLOY_REQUEST_STALE, DEPLOY_REQUEST_UNAPPROVED, PLAN_REFUSED and DEPLOY_QUEUE_TAKEN.
 */
export async function checkDeployable(
  tx: Executor,
  request: RequestRow,
  plan: Plan,
  stage: StageRow | null,
): Promise<void> {
  const { number } = request
  requireState(request, undecided, 'it can not be deployed')
  const stale = staleness(request, plan, stage)
  if (stale)
    throw new AppError('DEPLOY_REQUEST_STALE', { params: { number, reason: stale }, details: { plan } })
  const missing = missingApproval(request, stage)
  if (missing) throw new AppError('DEPLOY_REQUEST_UNAPPROVED', { params: { number, reason: missing } })
  const errors = plan.checks.filter(({ severity }) => severity === 'error')
  if (errors.length > 0)
    throw new AppError('PLAN_REFUSED', { params: { count: errors.length }, details: { checks: errors } })
  const other = await nextInLine(tx, request)
  if (other)
    throw new AppError('DEPLOY_QUEUE_TAKEN', {
      params: { other: other.number, stage: request.stage },
      details: { request: other.number, state: other.state },
    })
}
