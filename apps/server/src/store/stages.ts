import {
  type StageCache,
  stageCacheSchema,
  type StageLimits,
  stageLimitsSchema,
  type StageThrottle,
  stageThrottleSchema,
} from '@penstock/bundle'
import { AppError } from '@penstock/errors'
import type { ApiModel, DeploymentModel, StageModel } from '@penstock/prisma'
import type { Executor } from './executor.ts'
import { nearestName } from './nearest-name.ts'

/** A stage with what it serves. */
export interface StageRow extends StageModel {
  readonly deployment: DeploymentModel | null
  readonly canaryDeployment: DeploymentModel | null
}

const serving = { deployment: true, canaryDeployment: true } as const

/** The stages of an API in the order in which they were made. */
export function listStages(db: Executor, apiId: string): Promise<StageRow[]> {
  return db.stage.findMany({
    where: { apiId },
    include: serving,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
}

export function findStage(db: Executor, apiId: string, name: string): Promise<StageRow | null> {
  return db.stage.findUnique({ where: { apiId_name: { apiId, name } }, include: serving })
}

export async function getStage(
  db: Executor,
  api: { id: string; slug: string },
  name: string,
): Promise<StageRow> {
  const stage = await findStage(db, api.id, name)
  if (!stage) throw stageNotFound(api.slug, name, await stageNames(db, api.id), '')
  return stage
}

/**
 * The stage that a plan or a deployment is for; null for one that the deployment makes: the first of an API, or any
 * that `create` asks for. Throws STAGE_NOT_FOUND, so that a name that is mistyped does not become a stage.
 */
export async function stageToDeploy(
  db: Executor,
  api: { id: string; slug: string },
  name: string,
  create = false,
): Promise<StageRow | null> {
  const stage = await findStage(db, api.id, name)
  if (stage || create) return stage
  const names = await stageNames(db, api.id)
  if (names.length === 0) return null
  throw stageNotFound(
    api.slug,
    name,
    names,
    ' To make a new stage, ask for it (createStage, --create-stage).',
  )
}

async function stageNames(db: Executor, apiId: string): Promise<string[]> {
  const orderBy = [{ createdAt: 'asc' as const }, { id: 'asc' as const }]
  return (await db.stage.findMany({ where: { apiId }, select: { name: true }, orderBy })).map(
    ({ name }) => name,
  )
}

function stageNotFound(slug: string, stage: string, stages: readonly string[], advice: string): AppError {
  const nearest = nearestName(stage, stages)
  const meant = nearest === undefined ? '' : ` Did you mean "${nearest}"?`
  const known = stages.length === 0 ? ' It has none yet.' : ` It has ${stages.join(', ')}.`
  return new AppError('STAGE_NOT_FOUND', {
    params: { slug, stage, hint: `${meant}${known}${advice}`.trim() },
    details: { stages, ...(nearest === undefined ? {} : { nearest }) },
  })
}

export function variablesOf({ variables }: Pick<StageModel, 'variables'>): Record<string, string> {
  return JSON.parse(variables) as Record<string, string>
}

/** How often the methods of a stage may be called; null: no limit. */
export function throttleOf({ throttle }: Pick<StageModel, 'throttle'>): StageThrottle | null {
  return throttle === null ? null : stageThrottleSchema.parse(JSON.parse(throttle))
}

/** How answers are kept; null: none are. */
export function cacheOf({ cache }: Pick<StageModel, 'cache'>): StageCache | null {
  return cache === null ? null : stageCacheSchema.parse(JSON.parse(cache))
}

/** What differs from the limits of the API's mode; null: nothing. */
export function limitsOf({ limits }: Pick<StageModel, 'limits'>): StageLimits | null {
  return limits === null ? null : stageLimitsSchema.parse(JSON.parse(limits))
}

/** What `variablesOf` is for a stage, for the preview. */
export function previewVariablesOf({
  previewVariables,
}: Pick<ApiModel, 'previewVariables'>): Record<string, string> {
  return variablesOf({ variables: previewVariables })
}
