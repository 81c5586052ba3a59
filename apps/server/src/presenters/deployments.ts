import type { DeploymentModel, PrismaClient } from '@penstock/prisma'
import { findApi } from '../store/apis.ts'
import { keptActor } from '../store/kept-actor.ts'
import { variableChangesOf } from '../store/variable-changes.ts'
import { type DeploymentView, deploymentViewSchema } from './deployment-view.ts'

export interface DeploymentsAsked {
  readonly slug: string
  readonly stage?: string | undefined
}

/** Newest first. Throws API_NOT_FOUND. */
export async function presentDeployments(
  db: PrismaClient,
  { slug, stage }: DeploymentsAsked,
): Promise<DeploymentView[]> {
  const api = await findApi(db, slug)
  const rows = await db.deployment.findMany({
    where: { apiId: api.id, ...(stage === undefined ? {} : { stage }) },
    include: { servedBy: { select: { id: true } }, triedBy: { select: { id: true } } },
    orderBy: { version: 'desc' },
  })
  const approvals = await approvalsOf(db, api.id, rows)
  return rows.map(({ servedBy, triedBy, ...row }) => {
    const use = servedBy.length > 0 ? 'live' : triedBy.length > 0 ? 'canary' : 'past'
    return presentDeployment(row, use, approvals.get(row.id) ?? [])
  })
}

/** Deployment → who approved the plan that it deployed. */
export async function approvalsOf(
  db: PrismaClient,
  apiId: string,
  rows: readonly Pick<DeploymentModel, 'requestNumber'>[],
): Promise<ReadonlyMap<string, DeploymentView['approvedBy']>> {
  if (rows.every(({ requestNumber }) => requestNumber === null)) return new Map()
  const requests = await db.deployRequest.findMany({
    where: { apiId, NOT: { deploymentId: null } },
    include: { votes: { where: { verdict: 'approve' }, orderBy: { at: 'asc' } } },
  })
  return new Map(
    requests.map(({ deploymentId, round, votes }) => [
      deploymentId!,
      votes
        .filter((vote) => vote.round === round)
        .map(({ name, actorKind, actorId }) => ({ name, actor: keptActor(actorKind, actorId) })),
    ]),
  )
}

export function presentDeployment(
  row: DeploymentModel,
  use: 'live' | 'canary' | 'past',
  approvedBy: DeploymentView['approvedBy'],
): DeploymentView {
  const {
    id,
    version,
    stage,
    kind,
    description,
    author,
    source,
    createdAt,
    changes,
    verdicts,
    snapshotRoot,
  } = row
  return deploymentViewSchema.parse({
    id,
    version,
    stage,
    kind,
    description,
    author,
    actor: keptActor(row.authorKind, row.authorId),
    source,
    createdAt: createdAt.toISOString(),
    content: snapshotRoot,
    changes: JSON.parse(changes),
    verdicts: verdicts === null ? null : JSON.parse(verdicts),
    acknowledged: JSON.parse(row.acknowledgements),
    request: row.requestNumber,
    approvedBy,
    variables: Object.keys(variableChangesOf(row)),
    live: use === 'live',
    canary: use === 'canary',
  })
}
