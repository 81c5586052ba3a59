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
import { inLine, undecided } from './states.ts'

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

/** A request with how many comments it has, in place of them. */
export interface ListedRequest extends Omit<RequestRow, 'comments'> {
  readonly comments: number
  /** Threads that nobody resolved. */
  readonly unresolved: number
}

export interface RequestsListed {
  readonly apiId: string
  readonly stage?: string | undefined
  /** How many of those that are decided. */
  readonly limit: number
  /** Only what was decided of requests with lower numbers. Absent: from the newest on, and all that are undecided. */
  readonly before?: number | undefined
}

/** A page of the requests of an API, newest first. */
export async function listRequests(
  db: Executor,
  { apiId, stage, limit, before }: RequestsListed,
): Promise<ListedRequest[]> {
  const of = { apiId, ...(stage === undefined ? {} : { stage }) }
  const include = { votes: { orderBy: { at: 'asc' } } } as const
  const orderBy = { number: 'desc' } as const
  const open = { ...of, state: { in: [...undecided] } }
  const decided = {
    ...of,
    state: { notIn: [...undecided] },
    ...(before === undefined ? {} : { number: { lt: before } }),
  }
  const rows = [
    ...(before === undefined ? await db.deployRequest.findMany({ where: open, include, orderBy }) : []),
    ...(await db.deployRequest.findMany({ where: decided, include, orderBy, take: limit })),
  ]
  const counted = await db.deployRequestComment.groupBy({
    by: ['requestId'],
    where: { requestId: { in: rows.map(({ id }) => id) }, deletedAt: null },
    _count: true,
  })
  const threads = await db.deployRequestComment.groupBy({
    by: ['requestId'],
    where: { requestId: { in: rows.map(({ id }) => id) }, threadId: null, resolvedAt: null },
    _count: true,
  })
  const comments = new Map(counted.map(({ requestId, _count }) => [requestId, _count]))
  const unresolved = new Map(threads.map(({ requestId, _count }) => [requestId, _count]))
  return rows
    .map((row) => ({ ...row, comments: comments.get(row.id) ?? 0, unresolved: unresolved.get(row.id) ?? 0 }))
    .sort((a, b) => b.number - a.number)
}

/** The deployment that a plan was made against. */
export function baseOf(
  db: Executor,
  { baseId }: Pick<DeployRequestModel, 'baseId'>,
): Promise<DeploymentModel | null> {
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
