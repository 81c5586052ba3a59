import { AppError } from '@penstock/errors'
import type { Core } from '../core.ts'
import type { Draft } from '../store/drafts.ts'
import { findApi } from '../store/apis.ts'
import { findStage, listStages, type StageRow, variablesOf } from '../store/stages.ts'
import { previewStage } from '../sync/sync.ts'
import { type AddressContext, stageAddress } from './stage-address.ts'
import type { StageSummary } from './stage-view.ts'

export interface StagesContext extends AddressContext {
  readonly core: Core
}

/** Every stage in the order in which they were made, and the preview last. Throws API_NOT_FOUND. */
export async function presentStages(ctx: StagesContext, slug: string): Promise<StageSummary[]> {
  const api = await findApi(ctx.core.db, slug)
  const stages = await listStages(ctx.core.db, api.id)
  // A draft that no stage differs from need not be read at all.
  const differs = stages.some(({ deployment }) => deployment?.snapshotRoot !== api.draftRoot)
  const draft = differs ? await ctx.core.drafts.open(slug) : null
  const present = (stage: StageRow) => summarize(ctx, slug, stage, draft)
  return [...(await Promise.all(stages.map(present))), previewOf(ctx, slug)]
}

export async function presentStage(ctx: StagesContext, slug: string, name: string): Promise<StageSummary> {
  const draft = await ctx.core.drafts.open(slug)
  const stage = await findStage(ctx.core.db, draft.apiId, name)
  if (!stage) throw new AppError('STAGE_NOT_FOUND', { params: { slug, stage: name } })
  return summarize(ctx, slug, stage, draft)
}

async function summarize(
  ctx: StagesContext,
  slug: string,
  stage: StageRow,
  draft: Draft | null,
): Promise<StageSummary> {
  const { name, deployment } = stage
  return {
    name,
    version: deployment?.version ?? null,
    deployment: deployment?.id ?? null,
    deployedAt: deployment?.createdAt.toISOString() ?? null,
    staged: draft ? await stagedAgainst(ctx.core, draft, stage) : nothingStaged,
    ...ctx.core.sync.status(slug, name),
    ...stageAddress(ctx, slug, name),
    variables: variablesOf(stage),
  }
}

/** Follows the draft by itself, so nothing is ever staged against it. */
function previewOf(ctx: StagesContext, slug: string): StageSummary {
  return {
    name: previewStage,
    version: null,
    deployment: null,
    deployedAt: null,
    staged: nothingStaged,
    ...ctx.core.sync.status(slug, previewStage),
    ...stageAddress(ctx, slug, previewStage),
    variables: {},
  }
}

const nothingStaged: StageSummary['staged'] = { added: 0, changed: 0, removed: 0, total: 0 }

/** The changes as the review lists them: the strip and the review must never say two numbers. */
async function stagedAgainst(
  { planner }: Core,
  draft: Draft,
  stage: StageRow,
): Promise<StageSummary['staged']> {
  const { changes } = await planner.plan(draft, stage.name, stage)
  const staged = { ...nothingStaged, total: changes.length }
  for (const { action } of changes) staged[action]++
  return staged
}
