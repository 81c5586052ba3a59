import type { ApiModel, DeployRequestCommentModel } from '@penstock/prisma'
import type { Actor } from '../auth/actor.ts'
import type { Core } from '../core.ts'
import { personOf } from '../deploy-requests/person-of.ts'
import { planOfRequest, staleness, stalenessOf } from '../deploy-requests/plan-of-request.ts'
import { getRequest, type ListedRequest, listRequests } from '../deploy-requests/request-rows.ts'
import { inLine, undecided } from '../deploy-requests/states.ts'
import { approvalsNeeded, missingApproval, tally } from '../deploy-requests/tally.ts'
import { sharePlan } from '../plan/share-plan.ts'
import { findApi } from '../store/apis.ts'
import type { Author } from '../store/audit.ts'
import { isSameActor, keptActor } from '../store/kept-actor.ts'
import { findStage, listStages, type StageRow } from '../store/stages.ts'
import type {
  DeployRequestAnswer,
  DeployRequestComment,
  DeployRequestSummary,
} from './deploy-request-view.ts'

export interface RequestsAsked {
  readonly slug: string
  readonly stage?: string | undefined
  readonly limit: number
  readonly cursor?: number | undefined
}

/**
 * Newest first: all that are undecided and a page of the others; after a cursor, the page of those before that number.
 * Throws API_NOT_FOUND.
 */
export async function presentDeployRequests(
  core: Core,
  { slug, stage, limit, cursor }: RequestsAsked,
): Promise<DeployRequestSummary[]> {
  const api = await findApi(core.db, slug)
  const rows = await listRequests(core.db, { apiId: api.id, stage, limit, before: cursor })
  const stages = new Map((await listStages(core.db, api.id)).map((row) => [row.name, row]))
  const open = rows.filter(({ state }) => undecided.includes(state))
  const stale = await stalenessOf(core, open, stages)
  const summarize = await summarizer(core, api, rows)
  return rows.map((row) => summarize(row, stages.get(row.stage) ?? null, stale.get(row.id) ?? null))
}

/** One request with its plan and all that was said. */
export async function presentDeployRequest(
  core: Core,
  actor: Actor,
  { slug, number }: { readonly slug: string; readonly number: number },
): Promise<DeployRequestAnswer> {
  const { db } = core
  const api = await findApi(db, slug)
  const row = await getRequest(db, api, number)
  const stage = await findStage(db, api.id, row.stage)
  const { plan } = await planOfRequest(core, row)
  const isUndecided = undecided.includes(row.state)
  const person = await personOf(db, actor)
  const counted = {
    ...row,
    comments: row.comments.filter(({ deletedAt }) => deletedAt === null).length,
    unresolved: row.comments.filter(({ threadId, resolvedAt }) => threadId === null && resolvedAt === null)
      .length,
  }
  const summarize = await summarizer(core, api, [counted])
  return {
    ...summarize(counted, stage, isUndecided ? staleness(row, plan, stage) : null),
    plan: sharePlan({ ...plan, planHash: row.planHash }),
    votes: row.votes.map((vote) => ({
      name: vote.name,
      actor: keptActor(vote.actorKind, vote.actorId),
      verdict: vote.verdict as 'approve',
      words: vote.words,
      at: vote.at.toISOString(),
      round: vote.round,
      isCurrent: vote.round === row.round,
    })),
    discussion: row.comments.map((comment) => presentComment(comment, actor)),
    mayVote: isUndecided && person !== null && person !== row.authorUserId && person !== row.plannerUserId,
  }
}

function presentComment(comment: DeployRequestCommentModel, reader: Actor): DeployRequestComment {
  const { id, threadId, author, body, change, record, subject } = comment
  const { createdAt, editedAt, deletedAt, resolvedAt, resolvedBy, resolverKind, resolverId } = comment
  const actor = keptActor(comment.authorKind, comment.authorId)
  return {
    id,
    author,
    actor,
    isMine: isSameActor(actor, reader),
    replyTo: threadId,
    isDeleted: deletedAt !== null,
    body,
    change,
    record,
    subject,
    createdAt: createdAt.toISOString(),
    editedAt: editedAt?.toISOString() ?? null,
    resolvedAt: resolvedAt?.toISOString() ?? null,
    resolvedBy: resolvedBy === null ? null : { name: resolvedBy, actor: keptActor(resolverKind, resolverId) },
  }
}

/** Presents rows of one API; what they name of the history is read once. */
async function summarizer({ db, clock }: Core, api: ApiModel, rows: readonly ListedRequest[]) {
  const named = rows.flatMap(({ baseId, deploymentId, revertId }) => [baseId, deploymentId, revertId])
  const deployments = await db.deployment.findMany({
    where: { id: { in: named.filter((id) => id !== null) } },
    select: { id: true, version: true },
  })
  const versions = new Map(deployments.map((deployment) => [deployment.id, deployment]))
  const deployed = (id: string | null) => (id === null ? null : (versions.get(id) ?? null))
  const waiting = await db.deployRequest.findMany({
    where: { apiId: api.id, state: { in: [...inLine] } },
    select: { number: true, stage: true },
    orderBy: { number: 'asc' },
  })
  const now = clock.now()
  return (row: ListedRequest, stage: StageRow | null, stale: string | null): DeployRequestSummary => {
    const required = approvalsNeeded(row, stage)
    const missing = missingApproval(row, stage)
    const author = JSON.parse(row.author) as Author
    const deployer = row.deployer === null ? null : (JSON.parse(row.deployer) as Author)
    const isRevertible =
      row.revertUntil !== null && row.revertUntil > now && stage?.deploymentId === row.deploymentId
    const next = waiting.find((other) => other.number !== row.number && other.stage === row.stage)
    return {
      number: row.number,
      stage: row.stage,
      title: row.title,
      description: row.description,
      state: row.state === 'open' && missing === null && required > 0 ? 'approved' : (row.state as 'open'),
      author: author.name,
      authorKind: author.kind,
      source: author.source as DeployRequestSummary['source'],
      createdAt: row.createdAt.toISOString(),
      updatedAt: row.updatedAt.toISOString(),
      planHash: row.planHash,
      base: deployed(row.baseId),
      round: row.round,
      stale,
      isDraftAhead: undecided.includes(row.state) && api.draftRoot !== row.snapshotRoot,
      requiredApprovals: required,
      ...tally(row),
      missing: undecided.includes(row.state) ? missing : null,
      comments: row.comments,
      unresolved: row.unresolved,
      next: undecided.includes(row.state) ? (next?.number ?? null) : null,
      scheduledAt: row.scheduledAt?.toISOString() ?? null,
      deployer: deployer?.name ?? null,
      deployerKind: deployer?.kind ?? null,
      note: row.note,
      deployment: deployed(row.deploymentId),
      revertUntil: isRevertible ? (row.revertUntil?.toISOString() ?? null) : null,
      revert: deployed(row.revertId),
    }
  }
}
