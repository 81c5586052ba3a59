import type { ApiModel } from '@penstock/prisma'
import { previewToken } from '../auth/preview-token.ts'
import type { Core } from '../core.ts'
import type { Shell } from '../http/shell.ts'
import { findApi } from '../store/apis.ts'
import { canaryOf } from '../store/canary.ts'
import {
  cacheOf,
  getStage,
  limitsOf,
  listStages,
  previewVariablesOf,
  type StageRow,
  throttleOf,
  variablesOf,
} from '../store/stages.ts'
import { previewStage } from '../sync/sync.ts'
import { type AddressContext, stageAddress } from './stage-address.ts'
import type { CanaryView, StageSummary } from './stage-view.ts'

export interface StagesContext extends AddressContext {
  readonly core: Core
  readonly shell: AddressContext['shell'] & Pick<Shell, 'gatewayToken'>
}

/** Every stage in the order in which they were made, and the preview last. Throws API_NOT_FOUND. */
export async function presentStages(ctx: StagesContext, slug: string): Promise<StageSummary[]> {
  const api = await findApi(ctx.core.db, slug)
  const stages = await listStages(ctx.core.db, api.id)
  const present = (stage: StageRow) => summarize(ctx, api, stage)
  return [...(await Promise.all(stages.map(present))), previewOf(ctx, api)]
}

/** One stage, or the preview. */
export async function presentStage(ctx: StagesContext, slug: string, name: string): Promise<StageSummary> {
  const api = await findApi(ctx.core.db, slug)
  if (name === previewStage) return previewOf(ctx, api)
  return summarize(ctx, api, await getStage(ctx.core.db, api, name))
}

async function summarize(ctx: StagesContext, api: ApiModel, stage: StageRow): Promise<StageSummary> {
  const { slug } = api
  const { name, deployment } = stage
  return {
    name,
    version: deployment?.version ?? null,
    deployment: deployment?.id ?? null,
    deployedAt: deployment?.createdAt.toISOString() ?? null,
    staged: await stagedAgainst(ctx.core, api, deployment?.snapshotRoot ?? null),
    ...ctx.core.sync.status(slug, name),
    ...stageAddress(ctx, slug, name),
    variables: variablesOf(stage),
    requiredApprovals: stage.requiredApprovals,
    throttle: throttleOf(stage),
    ...cacheView(stage),
    canarySettings: presentCanary(stage),
    limits: limitsOf(stage),
  }
}

/** Null for a stage without one. */
export function presentCanary(stage: StageRow): CanaryView | null {
  const canary = canaryOf(stage)
  if (!canary) return null
  const { deployment, percentTraffic, stageVariableOverrides, sticky = null } = canary
  return {
    deploymentId: deployment.id,
    version: deployment.version,
    deployedAt: deployment.createdAt.toISOString(),
    request: deployment.requestNumber,
    percentTraffic,
    stageVariableOverrides: { ...stageVariableOverrides },
    useStageCache: false,
    sticky,
  }
}

function cacheView(stage: Parameters<typeof cacheOf>[0]): Pick<StageSummary, 'cache' | 'cacheFlushedAt'> {
  const held = cacheOf(stage)
  if (held === null) return { cache: null, cacheFlushedAt: null }
  const { flushedAt, ...cache } = held
  return { cache, cacheFlushedAt: flushedAt === undefined ? null : new Date(flushedAt).toISOString() }
}

/** Follows the draft by itself, so nothing is ever staged against it. */
function previewOf(ctx: StagesContext, api: ApiModel): StageSummary {
  const { slug } = api
  return {
    name: previewStage,
    version: null,
    deployment: null,
    deployedAt: null,
    staged: nothingStaged,
    ...ctx.core.sync.status(slug, previewStage),
    ...stageAddress(ctx, slug, previewStage),
    variables: previewVariablesOf(api),
    requiredApprovals: 0,
    throttle: null,
    cache: null,
    cacheFlushedAt: null,
    canarySettings: null,
    limits: null,
    previewToken: previewToken(ctx.shell.gatewayToken, slug),
  }
}

const nothingStaged: StageSummary['staged'] = { added: 0, changed: 0, removed: 0, total: 0 }

/** The changes as the review lists them: the strip and the review must never say two numbers. */
function stagedAgainst({ planner, drafts }: Core, api: ApiModel, root: string | null) {
  // A draft that no stage differs from need not be read at all.
  if (root === api.draftRoot) return nothingStaged
  return planner.staged(root, api.draftRoot, () => drafts.open(api.slug))
}
