import type { DeploymentModel, PrismaClient } from '@penstock/prisma'
import { findApi } from '../store/apis.ts'
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
    include: { servedBy: { select: { id: true } } },
    orderBy: { version: 'desc' },
  })
  return rows.map(({ servedBy, ...row }) => presentDeployment(row, servedBy.length > 0))
}

export function presentDeployment(row: DeploymentModel, live: boolean): DeploymentView {
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
  const { authorId, authorKind } = row
  return deploymentViewSchema.parse({
    id,
    version,
    stage,
    kind,
    description,
    author,
    actor: authorId === null ? null : { id: authorId, kind: authorKind },
    source,
    createdAt: createdAt.toISOString(),
    content: snapshotRoot,
    changes: JSON.parse(changes),
    verdicts: verdicts === null ? null : JSON.parse(verdicts),
    acknowledged: JSON.parse(row.acknowledgements),
    request: row.requestNumber,
    live,
  })
}
