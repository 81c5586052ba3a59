import { type Change, touchedRoutes, type TouchedRoute } from '@penstock/diff'
import { type Definition, isKind, kindOf, pathOf } from '@penstock/model'
import { holdPlan } from '../commands/hold-plan.ts'
import type { Core } from '../core.ts'
import { baseOf, getRequest } from '../deploy-requests/request-rows.ts'
import { requirePlan } from '../deploy-requests/require-plan.ts'
import { findApi } from '../store/apis.ts'
import type { HeldPlan } from '../store/held-plans.ts'
import { findStage } from '../store/stages.ts'
import { lastLoss } from '../usage/incomplete.ts'
import {
  readConsumerUse,
  readRouteUse,
  readUsage,
  recordedSince,
  type RouteUse,
  unused,
  type UsageAsked,
} from '../usage/read-usage.ts'
import type { ChangeConsequencesView, ConsequencesView } from './consequences-view.ts'
import type { RequestNamed } from './contents.ts'

/** What is to be deployed, and what is live: two contents of one API. */
interface Staged {
  readonly apiId: string
  readonly stage: string
  readonly before: string | null
  readonly after: Definition
  readonly changes: readonly Change[]
}

const monthMs = 30 * 86_400_000
const maxRoutes = 200
const maxConsumers = 100

interface PlanAsked {
  readonly slug: string
  readonly stage: string
  /** Absent: whatever the draft's plan is now. */
  readonly planHash?: string | undefined
}

/** What the changes of a plan meet at its stage. Throws PLAN_GONE. */
export async function presentConsequences(core: Core, asked: PlanAsked): Promise<ConsequencesView> {
  return consequencesOf(core, await stagedPlan(core, asked))
}

/** The same of one of the changes, by route and consumer; null when the plan has it no more. */
export async function presentChangeConsequences(
  core: Core,
  { change, ...asked }: PlanAsked & { readonly change: string },
): Promise<ChangeConsequencesView | null> {
  return consequencesOfChange(core, await stagedPlan(core, asked), change)
}

/** What the changes of a deploy request meet at its stage. Throws DEPLOY_REQUEST_STALE for another plan than it has. */
export async function presentRequestConsequences(core: Core, asked: RequestNamed): Promise<ConsequencesView> {
  return consequencesOf(core, await stagedRequest(core, asked))
}

export async function presentRequestChangeConsequences(
  core: Core,
  { change, ...asked }: RequestNamed & { readonly change: string },
): Promise<ChangeConsequencesView | null> {
  return consequencesOfChange(core, await stagedRequest(core, asked), change)
}

async function stagedPlan(core: Core, { planHash, ...asked }: PlanAsked): Promise<Staged> {
  return planHash === undefined
    ? stagedDraft(core, asked)
    : stagedBy(core, await holdPlan(core, { ...asked, planHash }))
}

async function stagedDraft(
  { db, drafts, planner, snapshots }: Core,
  { slug, stage }: PlanAsked,
): Promise<Staged> {
  const { apiId, manifest, definition } = await drafts.open(slug)
  const before = (await findStage(db, apiId, stage))?.deployment?.snapshotRoot ?? null
  const base = before === null ? null : await snapshots.manifest(before)
  return {
    apiId,
    stage,
    before,
    after: definition,
    changes: await planner.compare(base, manifest, definition),
  }
}

async function stagedRequest(core: Core, { slug, number, planHash }: RequestNamed): Promise<Staged> {
  const { id: apiId } = await findApi(core.db, slug)
  const request = await getRequest(core.db, { id: apiId, slug }, number)
  requirePlan(request, planHash)
  return stagedBy(core, request)
}

async function stagedBy(
  { db, planner, snapshots }: Core,
  { apiId, stage, snapshotRoot, baseId }: HeldPlan,
): Promise<Staged> {
  const before = (await baseOf(db, { baseId }))?.snapshotRoot ?? null
  const base = before === null ? null : await snapshots.manifest(before)
  const after = await snapshots.definition(snapshotRoot)
  const changes = await planner.compare(base, await snapshots.manifest(snapshotRoot), after)
  return { apiId, stage, before, after, changes }
}

async function consequencesOf(core: Core, { changes, ...staged }: Staged): Promise<ConsequencesView> {
  const asked = { ...staged, now: core.clock.now() }
  const told = await tellRecording(core, asked)
  const touched = touchedRoutes(changes)
  const all = [...new Map([...new Set(touched.values())].flat().map((route) => [route.id, route])).values()]
  // Changes that touch the same routes are asked about once: settings of an API touch all of them, each time.
  const sets: string[][] = [idsOf(all)]
  const numbers = new Map<string, number>()
  const setOf = new Map<readonly TouchedRoute[], number>()
  for (const routes of new Set(touched.values())) {
    if (routes.length === 0) continue
    const ids = idsOf(routes)
    const key = ids.join(' ')
    if (!numbers.has(key)) numbers.set(key, sets.push(ids) - 1)
    setOf.set(routes, numbers.get(key)!)
  }
  const used = told.since === null ? [] : await readUsage(core.db, asked, sets)
  return {
    ...told,
    total: { routes: all.length, ...(used[0] ?? unused) },
    changes: [...touched].map(([change, routes]) => ({
      change,
      routes: routes.length,
      ...(used[setOf.get(routes) ?? -1] ?? unused),
    })),
  }
}

async function consequencesOfChange(
  core: Core,
  { changes, before, after, ...staged }: Staged,
  change: string,
): Promise<ChangeConsequencesView | null> {
  const touched = touchedRoutes(changes).get(change)
  if (!touched) return null
  const asked = { ...staged, now: core.clock.now() }
  const told = await tellRecording(core, asked)
  const ids = idsOf(touched)
  const uses = told.since === null ? [] : await readRouteUse(core.db, asked, ids)
  const consumers = told.since === null ? [] : await readConsumerUse(core.db, asked, ids, maxConsumers)
  const byId = new Map(uses.map((use) => [use.route, use]))
  const listed = touched
    .map((route) => ({ route, ...useOf(route, byId) }))
    .sort((a, b) => b.month - a.month)
    .slice(0, maxRoutes)
  // What is gone is named as it was, which takes all that the stage serves.
  const isGone = listed.some(({ route }) => !after.has(route.id))
  const live = isGone && before !== null ? await core.snapshots.definition(before) : after
  return {
    ...told,
    routes: touched.length,
    used: listed.map(({ route, ...use }) => ({
      route: route.id,
      ...nameOf(after.has(route.id) ? after : live, route.id),
      ...use,
    })),
    consumers: consumers.map(({ consumer, last, ...use }) => ({
      ...readConsumer(consumer),
      ...use,
      last: last.toISOString(),
    })),
  }
}

async function tellRecording(
  { db }: Core,
  asked: UsageAsked,
): Promise<Pick<ConsequencesView, 'since' | 'isComplete'>> {
  const since = await recordedSince(db, asked)
  const loss = await lastLoss(db)
  const isComplete = loss === null || asked.now.getTime() - loss.getTime() > monthMs
  return { since: since?.toISOString() ?? null, isComplete }
}

/** Every id under which requests to these routes were counted. */
function idsOf(routes: readonly TouchedRoute[]): string[] {
  return routes.flatMap(({ id, earlier }) => (earlier === undefined ? [id] : [id, earlier])).sort()
}

function useOf({ id, earlier }: TouchedRoute, uses: ReadonlyMap<string, RouteUse>): Omit<RouteUse, 'route'> {
  const sum = { day: 0, month: 0, clientErrors: 0, serverErrors: 0 }
  for (const use of [uses.get(id), earlier === undefined ? undefined : uses.get(earlier)]) {
    sum.day += use?.day ?? 0
    sum.month += use?.month ?? 0
    sum.clientErrors += use?.clientErrors ?? 0
    sum.serverErrors += use?.serverErrors ?? 0
  }
  return sum
}

function nameOf(
  definition: Definition,
  id: string,
): Pick<ChangeConsequencesView['used'][number], 'method' | 'path'> {
  const record = definition.get(id)
  if (isKind(record, 'method'))
    return { method: record.httpMethod, path: pathOf(definition, record.resource) ?? '/' }
  return { method: null, path: record ? kindOf(record.kind).label(record) : id }
}

function readConsumer(
  text: string,
): Pick<ChangeConsequencesView['consumers'][number], 'kind' | 'id' | 'client'> {
  const [kind, id = '', client = null] = text.split(' ')
  return { kind: kind as 'key', id, client }
}
