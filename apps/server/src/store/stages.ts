import { AppError } from '@penstock/errors'
import type { DeploymentModel, StageModel } from '@penstock/prisma'
import type { Executor } from './executor.ts'

/** A stage with what it serves. */
export interface StageRow extends StageModel {
  readonly deployment: DeploymentModel | null
}

/** The stages of an API in the order in which they were made. */
export function listStages(db: Executor, apiId: string): Promise<StageRow[]> {
  return db.stage.findMany({
    where: { apiId },
    include: { deployment: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
}

export function findStage(db: Executor, apiId: string, name: string): Promise<StageRow | null> {
  return db.stage.findUnique({ where: { apiId_name: { apiId, name } }, include: { deployment: true } })
}

export async function getStage(
  db: Executor,
  api: { id: string; slug: string },
  name: string,
): Promise<StageRow> {
  const stage = await findStage(db, api.id, name)
  if (!stage) throw new AppError('STAGE_NOT_FOUND', { params: { slug: api.slug, stage: name } })
  return stage
}

export function variablesOf({ variables }: StageModel): Record<string, string> {
  return JSON.parse(variables) as Record<string, string>
}
