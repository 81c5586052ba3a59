import type { Limit } from '@penstock/bundle'
import { AppError } from '@penstock/errors'
import { uuidv7 } from 'uuidv7'
import type { CommandContext } from '../commands/context.ts'
import type { UsagePlanView } from '../presenters/usage-plan-view.ts'
import { planParts, presentUsagePlan } from '../presenters/usage-plans.ts'
import { findApi } from '../store/apis.ts'
import { audit, transactAudited } from '../store/audit.ts'
import type { Executor } from '../store/executor.ts'
import { nearestName } from '../store/nearest-name.ts'
import { getStage } from '../store/stages.ts'
import { lockPlans, refreshStages, touchStages } from './touch-stages.ts'

export interface WantedPlan {
  readonly name: string
  readonly stages: readonly { readonly api: string; readonly stage: string }[]
  /** Names of API keys. */
  readonly keys: readonly string[]
  readonly throttle?: Limit | undefined
}

/**
 * Makes a usage plan (`id` null), or puts another in its place; who is let in follows at once. Throws NOT_FOUND for a plan or
 * a key that is not there, API_NOT_FOUND, STAGE_NOT_FOUND, USAGE_PLAN_TAKEN and USAGE_PLAN_OVERLAPS.
 */
export async function putUsagePlan(
  context: CommandContext,
  id: string | null,
  { name, stages, keys, throttle }: WantedPlan,
): Promise<UsagePlanView> {
  const { clock, actor } = context
  const planId = id ?? uuidv7()
  const { touched, view } = await transactAudited(context, async (tx) => {
    await lockPlans(tx)
    if (id !== null) await findPlan(tx, id)
    const namesake = await tx.usagePlan.findUnique({ where: { name } })
    if (namesake && namesake.id !== planId) throw new AppError('USAGE_PLAN_TAKEN', { params: { name } })
    const keyIds = await keyIdsOf(tx, keys)
    const stageIds = await stageIdsOf(tx, stages)
    await refuseOverlap(tx, planId, stageIds, keyIds)
    const before = await tx.usagePlanStage.findMany({ where: { planId } })
    const now = clock.now()
    const data = { name, throttle: throttle ? JSON.stringify(throttle) : null, updatedAt: now }
    await tx.usagePlan.upsert({
      where: { id: planId },
      create: { id: planId, ...data, createdAt: now },
      update: data,
    })
    await tx.usagePlanStage.deleteMany({ where: { planId } })
    await tx.usagePlanKey.deleteMany({ where: { planId } })
    await tx.usagePlanStage.createMany({ data: stageIds.map((stageId) => ({ planId, stageId })) })
    await tx.usagePlanKey.createMany({ data: keyIds.map((keyId) => ({ planId, keyId })) })
    const told = {
      plan: planId,
      name,
      keys: [...keys],
      stages: stages.map(({ api, stage }) => `${api}/${stage}`),
      throttle: throttle ?? null,
    }
    await audit(tx, now, actor, { api: null, action: 'put-usage-plan', data: told })
    const changed = new Set([...before.map(({ stageId }) => stageId), ...stageIds])
    const row = await tx.usagePlan.findUniqueOrThrow({ where: { id: planId }, include: planParts })
    return { touched: await touchStages(context, tx, [...changed]), view: presentUsagePlan(row) }
  })
  await refreshStages(context, touched)
  return view
}

/** Its keys are let in no more, at once. Throws NOT_FOUND. */
export async function removeUsagePlan(context: CommandContext, id: string): Promise<void> {
  const { clock, actor } = context
  const touched = await transactAudited(context, async (tx) => {
    await lockPlans(tx)
    const { name } = await findPlan(tx, id)
    const stages = await tx.usagePlanStage.findMany({ where: { planId: id } })
    await tx.usagePlan.delete({ where: { id } })
    await audit(tx, clock.now(), actor, { api: null, action: 'remove-usage-plan', data: { plan: id, name } })
    return touchStages(
      context,
      tx,
      stages.map(({ stageId }) => stageId),
    )
  })
  await refreshStages(context, touched)
}

async function findPlan(tx: Executor, id: string) {
  const plan = await tx.usagePlan.findUnique({ where: { id } })
  if (!plan) throw new AppError('NOT_FOUND', { params: { what: 'usage plan with this id' } })
  return plan
}

async function keyIdsOf(tx: Executor, names: readonly string[]): Promise<string[]> {
  const keys = await tx.apiKey.findMany({ select: { id: true, name: true } })
  const ids = new Map(keys.map(({ id, name }) => [name, id]))
  return [...new Set(names)].map((name) => {
    const id = ids.get(name)
    if (id !== undefined) return id
    const nearest = nearestName(name, [...ids.keys()])
    const meant = nearest === undefined ? '' : ` (did you mean "${nearest}"?)`
    throw new AppError('NOT_FOUND', { params: { what: `API key with the name "${name}"${meant}` } })
  })
}

async function stageIdsOf(tx: Executor, stages: WantedPlan['stages']): Promise<string[]> {
  const ids = new Set<string>()
  for (const { api: slug, stage } of stages) {
    const api = await findApi(tx, slug)
    ids.add((await getStage(tx, api, stage)).id)
  }
  return [...ids]
}

/** A key has one plan at a stage, as on Amazon: which limit holds would be anybody's guess otherwise. */
async function refuseOverlap(
  tx: Executor,
  planId: string,
  stageIds: readonly string[],
  keyIds: readonly string[],
): Promise<void> {
  const found = await tx.usagePlanKey.findFirst({
    where: {
      keyId: { in: [...keyIds] },
      planId: { not: planId },
      plan: { stages: { some: { stageId: { in: [...stageIds] } } } },
    },
    include: {
      key: true,
      plan: {
        include: {
          stages: {
            where: { stageId: { in: [...stageIds] } },
            include: { stage: { include: { api: true } } },
          },
        },
      },
    },
  })
  const stage = found?.plan.stages[0]?.stage
  if (!found || !stage) return
  const params = { key: found.key.name, plan: found.plan.name, stage: `${stage.api.slug}/${stage.name}` }
  throw new AppError('USAGE_PLAN_OVERLAPS', { params })
}
