import { AppError } from '@penstock/errors'
import type { DeployRequestModel } from '@penstock/prisma'

/**
 * Passes when the plan that somebody named, if any, is the one that the request has now. Throws DEPLOY_REQUEST_STALE
 * after a rebase: what is said, shown or kept of one plan is not of another.
 */
export function requirePlan(
  { number, planHash }: Pick<DeployRequestModel, 'number' | 'planHash'>,
  named: string | undefined,
): void {
  if (named === undefined || named === planHash) return
  throw new AppError('DEPLOY_REQUEST_STALE', {
    params: { number, reason: 'it was planned again while you were reading' },
  })
}
