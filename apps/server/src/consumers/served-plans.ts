import { limitSchema, type StagePlan } from '@penstock/bundle'
import type { Executor } from '../store/executor.ts'

/** The plans of a stage as gateways are told of them: the keys that are enabled, by hash. */
export async function servedPlans(db: Executor, stageId: string): Promise<StagePlan[]> {
  const plans = await db.usagePlan.findMany({
    where: { stages: { some: { stageId } } },
    include: {
      keys: { where: { key: { enabled: true } }, include: { key: true }, orderBy: { keyId: 'asc' } },
    },
    orderBy: { id: 'asc' },
  })
  return plans.map(({ id, throttle, keys }) => ({
    id,
    ...(throttle === null ? {} : { throttle: limitSchema.parse(JSON.parse(throttle)) }),
    keys: keys.map(({ key }) => ({ id: key.id, hash: key.valueHash })),
  }))
}
