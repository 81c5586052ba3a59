import { AppError } from '@penstock/errors'
import type { z } from 'zod'
import type { WantedPlan } from '../../consumers/usage-plans.ts'
import type { usagePlanSchema } from './usage-plan.schema.ts'

/** Throws QUOTA_UNSUPPORTED: a quota that nobody counts would let everybody through. */
export function wantedPlan({ quota, ...plan }: z.output<typeof usagePlanSchema>): WantedPlan {
  if (quota !== undefined && quota !== null) throw new AppError('QUOTA_UNSUPPORTED')
  return plan
}
