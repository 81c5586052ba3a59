import { limitSchema } from '@penstock/bundle'
import type { Executor } from '../store/executor.ts'
import type { UsagePlanView } from './usage-plan-view.ts'

/** What of a plan is presented beside its own row. */
export const planParts = {
  stages: { include: { stage: { include: { api: true } } } },
  keys: { include: { key: true } },
} as const

interface UsagePlanRow {
  readonly id: string
  readonly name: string
  readonly throttle: string | null
  readonly stages: readonly {
    readonly stage: { readonly name: string; readonly api: { readonly slug: string } }
  }[]
  readonly keys: readonly { readonly key: { readonly name: string } }[]
}

export function presentUsagePlan({ id, name, throttle, stages, keys }: UsagePlanRow): UsagePlanView {
  const listed = stages.map(({ stage }) => ({ api: stage.api.slug, stage: stage.name }))
  return {
    id,
    name,
    stages: listed.sort((a, b) => (`${a.api}/${a.stage}` < `${b.api}/${b.stage}` ? -1 : 1)),
    keys: keys.map(({ key }) => key.name).sort(),
    throttle: throttle === null ? null : limitSchema.parse(JSON.parse(throttle)),
  }
}

/** All of them, by name. */
export async function presentUsagePlans(db: Executor): Promise<UsagePlanView[]> {
  const plans = await db.usagePlan.findMany({ include: planParts, orderBy: { name: 'asc' } })
  return plans.map(presentUsagePlan)
}
