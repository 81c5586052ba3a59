import { AppError } from '@penstock/errors'
import type {
  ApiModel,
  DeploymentModel,
  DeployRequestCommentModel,
  DeployRequestModel,
  DeployRequestVoteModel,
} from '@penstock/prisma'
import type { Executor } from '../store/executor.ts'
import type { StageRow } from '../store/stages.ts'
import { inLine } from './states.ts'

export interface RequestRow extends DeployRequestModel {
  readonly votes: readonly DeployRequestVoteModel[]
  readonly comments: readonly DeployRequestCommentModel[]
}

const include = {
  votes: { orderBy: { at: 'asc' } },
  comments: { orderBy: { id: 'asc' } },
} as const

/** Throws DEPLOY_REQUEST_NOT_FOUND. */
export async function getRequest(
  db: Executor,
  { id: apiId, slug }: Pick<ApiModel, 'id' | 'slug'>,
  number: number,
): Promise<RequestRow> {
  const row = await db.deployRequest.findUnique({ where: { apiId_number: { apiId, number } }, include })
  if (!row) throw new AppError('DEPLOY_REQUEST_NOT_FOUND', { params: { slug, number } })
  return row
}

/** Newest first. */
export function listRequests(db: Executor, apiId: string, stage?: string): Promise<RequestRow[]> {
  return db.deployRequest.findMany({
    where: { apiId, ...(stage === undefined ? {} : { stage }) },
    include,
    orderBy: { number: 'desc' },
  })
}

/** The deployment that a request's plan was made against. */
export function baseOf(db: Executor, { baseId }: DeployRequestModel): Promise<DeploymentModel | null> {
  return baseId === null ? Promise.resolve(null) : db.deployment.findUnique({ where: { id: baseId } })
}

/** The other request that is to be deployed to this stage next. */
export function nextInLine(
  db: Executor,
  { apiId, stage, id }: DeployRequestModel,
): Promise<DeployRequestModel | null> {
  return db.deployRequest.findFirst({
    where: { apiId, stage, state: { in: [...inLine] }, NOT: { id } },
    orderBy: { number: 'asc' },
  })
}

/** The request that the stage serves and that one click still takes back: the next one waits for it. */
export async function revertible(
  db: Executor,
  stage: Pick<StageRow, 'deploymentId'> | null,
  now: Date,
): Promise<DeployRequestModel | null> {
  if (!stage?.deploymentId) return null
  const { deploymentId } = stage
  return db.deployRequest.findFirst({ where: { deploymentId, state: 'deployed', revertUntil: { gt: now } } })
}
