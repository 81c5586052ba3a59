import { type SharedChanges, shareRoutes } from '@penstock/diff'
import { AppError } from '@penstock/errors'
import type { ApiRecord, Definition } from '@penstock/model'
import { compareManifests } from '@penstock/model/snapshot'
import type { ApiModel, DeploymentModel } from '@penstock/prisma'
import { holdPlan, type PlanNamed } from '../commands/hold-plan.ts'
import type { Core } from '../core.ts'
import { planOfRequest } from '../deploy-requests/plan-of-request.ts'
import { baseOf, getRequest } from '../deploy-requests/request-rows.ts'
import { requirePlan } from '../deploy-requests/require-plan.ts'
import { findApi } from '../store/apis.ts'
import type { ContentView, DifferenceView, PlanContentPart, RestoreView } from './content-view.ts'
import { inParts } from './in-parts.ts'
import { presentRecordBetween } from './record-text.ts'
import type { RecordText } from './record-text-view.ts'

export interface DeploymentNamed {
  readonly slug: string
  readonly deployment: string
}

export interface TwoDeployments {
  readonly slug: string
  readonly from: string
  readonly to: string
}

export interface RequestNamed {
  readonly slug: string
  readonly number: number
  /** The plan that is shown. Absent: whatever it is now. */
  readonly planHash?: string | undefined
}

/** Everything that a deployment serves. Throws DEPLOYMENT_NOT_FOUND. */
export async function presentContent(
  core: Core,
  { slug, deployment }: DeploymentNamed,
): Promise<ContentView> {
  const api = await findApi(core.db, slug)
  const [{ snapshotRoot }] = await deploymentsOf(core, api, [deployment])
  const definition = await core.snapshots.definition(snapshotRoot)
  return { records: sealed(core, api, definition.values()) }
}

/** What a deployment has that another has not, and the other way round. */
export async function presentDifference(
  core: Core,
  { slug, from, to }: TwoDeployments,
): Promise<DifferenceView> {
  const api = await findApi(core.db, slug)
  const [before, after] = await deploymentsOf(core, api, [from, to])
  return difference(core, api, before.snapshotRoot, after.snapshotRoot)
}

/** One record as two deployments have it. */
export async function presentDeployedText(
  core: Core,
  { slug, from, to, record }: TwoDeployments & { readonly record: string },
): Promise<RecordText> {
  const [before, after] = await deploymentsOf(core, await findApi(core.db, slug), [from, to])
  const definition = await core.snapshots.definition(after.snapshotRoot)
  return presentRecordBetween(core, before.snapshotRoot, definition, record)
}

/** Everything that a deploy request deploys, and what it takes away. Throws DEPLOY_REQUEST_STALE for another plan. */
export async function presentRequestContent(
  core: Core,
  { slug, number, planHash }: RequestNamed,
): Promise<ContentView & Pick<DifferenceView, 'removed'>> {
  const api = await findApi(core.db, slug)
  const request = await getRequest(core.db, api, number)
  requirePlan(request, planHash)
  const { content, base } = await planOfRequest(core, request)
  const removed = await removedOf(core, api, base, content.manifest.root)
  return { records: sealed(core, api, content.definition.values()), removed }
}

/**
 * What a plan leads to, in parts as of a draft, and what it takes away. Held from now on. Throws PLAN_GONE.
 */
export async function presentPlanContent(core: Core, named: PlanNamed): Promise<Iterable<PlanContentPart>> {
  const api = await findApi(core.db, named.slug)
  const plan = await holdPlan(core, named)
  const removed = await removedOf(core, api, await baseOf(core.db, plan), plan.snapshotRoot)
  const definition = await core.snapshots.definition(plan.snapshotRoot)
  return partsOf(core, api, removed, definition)
}

function* partsOf(
  core: Core,
  api: ApiModel,
  removed: readonly ApiRecord[],
  definition: Definition,
): Generator<PlanContentPart> {
  yield { size: definition.size, removed }
  for (const records of inParts(definition.values())) yield sealed(core, api, records)
}

/** One record as a plan found it and as it will be. Held from now on. Throws PLAN_GONE. */
export async function presentPlanText(
  core: Core,
  { record, ...named }: PlanNamed & { readonly record: string },
): Promise<RecordText> {
  const plan = await holdPlan(core, named)
  const base = await baseOf(core.db, plan)
  const definition = await core.snapshots.definition(plan.snapshotRoot)
  return presentRecordBetween(core, base?.snapshotRoot, definition, record)
}

/** One record as a deploy request found it and as it will be. Throws DEPLOY_REQUEST_STALE for another plan. */
export async function presentRequestText(
  core: Core,
  { slug, number, planHash, record }: RequestNamed & { readonly record: string },
): Promise<RecordText> {
  const api = await findApi(core.db, slug)
  const request = await getRequest(core.db, api, number)
  requirePlan(request, planHash)
  const { content, base } = await planOfRequest(core, request)
  return presentRecordBetween(core, base?.snapshotRoot, content.definition, record)
}

/** What would make the draft what a deployment was, in words and as one change of the draft. */
export async function presentRestore(
  core: Core,
  { slug, deployment }: DeploymentNamed,
): Promise<SharedChanges & { readonly restore: RestoreView }> {
  const { db, drafts, planner, sealer, snapshots } = core
  const api = await findApi(db, slug)
  const draft = await drafts.open(slug)
  const [{ snapshotRoot }] = await deploymentsOf(core, api, [deployment])
  const [manifest, definition] = [
    await snapshots.manifest(snapshotRoot),
    await snapshots.definition(snapshotRoot),
  ]
  const { added, updated, removed } = compareManifests(draft.manifest, manifest)
  const record = (id: string) => sealer.seal(definition.get(id)!, api.id)
  const revision = (id: string) => draft.revisions.get(id)!
  return {
    ...shareRoutes(await planner.compare(draft.manifest, manifest, definition)),
    restore: {
      version: draft.version,
      added: added.map(record),
      updated: updated.map((id) => ({ record: record(id), revision: revision(id) })),
      removed: removed.map((id) => ({ id, revision: revision(id) })),
      before: [...updated, ...removed].map((id) => sealer.seal(draft.definition.get(id)!, api.id)),
    },
  }
}

async function removedOf(
  core: Core,
  api: ApiModel,
  base: DeploymentModel | null,
  root: string,
): Promise<readonly ApiRecord[]> {
  return base ? (await difference(core, api, base.snapshotRoot, root)).removed : []
}

async function difference(core: Core, api: ApiModel, from: string, to: string): Promise<DifferenceView> {
  const { snapshots } = core
  const [before, after] = [await snapshots.manifest(from), await snapshots.manifest(to)]
  const { added, updated, removed } = compareManifests(before, after)
  return {
    put: sealed(core, api, (await snapshots.records(after, [...added, ...updated])).values()),
    removed: sealed(core, api, (await snapshots.records(before, removed)).values()),
  }
}

function sealed({ sealer }: Core, { id }: ApiModel, records: Iterable<ApiRecord>): ApiRecord[] {
  return Array.from(records, (record) => sealer.seal(record, id))
}

/** Deployments of an API in the order asked for. Throws DEPLOYMENT_NOT_FOUND. */
async function deploymentsOf<const I extends readonly string[]>(
  { db }: Core,
  { id: apiId, slug }: ApiModel,
  ids: I,
): Promise<{ [K in keyof I]: DeploymentModel }> {
  const rows = await db.deployment.findMany({ where: { apiId, id: { in: [...ids] } } })
  return ids.map((id) => {
    const row = rows.find((deployment) => deployment.id === id)
    if (!row) throw new AppError('DEPLOYMENT_NOT_FOUND', { params: { slug } })
    return row
  }) as { [K in keyof I]: DeploymentModel }
}
