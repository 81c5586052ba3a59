import type { InspectRequest } from '@penstock/bundle'
import { type Definition, find } from '@penstock/model'
import { inspectStage } from '../http/inspect-stage.ts'
import type { SignedInContext } from '../procedures/context.ts'
import { findApi } from '../store/apis.ts'
import { getStage, previewVariablesOf } from '../store/stages.ts'
import { previewStage } from '../sync/sync.ts'
import type { InspectionView } from './inspection-view.ts'
import { guardsOf } from './request-guards.ts'
import { noRecords, requestPath } from './request-path.ts'

export interface InspectedRequest {
  readonly method: string
  readonly path: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body?: string | undefined
  readonly bodyEncoding: 'text' | 'base64'
  readonly mode: InspectRequest['mode']
  /** Id of the method that is run whatever the path. */
  readonly route?: string
}

/** Inspects a request to the stage that it was made for. */
export type Inspector = (request: InspectedRequest) => Promise<InspectionView>

/** How long the gateways have to take up a draft that was saved just now. */
const previewWaitMs = 10_000

/** What one request goes through, with the records on its way. Throws what `inspector` throws. */
export async function presentInspection(
  ctx: Pick<SignedInContext, 'core' | 'shell'>,
  { slug, stage, ...request }: InspectedRequest & { readonly slug: string; readonly stage: string },
): Promise<InspectionView> {
  const inspect = await inspector(ctx, slug, stage)
  return inspect(request)
}

/**
 * What inspects requests to a stage. A preview is brought up to the draft first, so that what is answered is about what
 * was saved. Throws API_NOT_FOUND, STAGE_NOT_FOUND; inspecting throws NO_GATEWAY, GATEWAY_UNREACHABLE.
 */
export async function inspector(
  ctx: Pick<SignedInContext, 'core' | 'shell'>,
  slug: string,
  stage: string,
): Promise<Inspector> {
  const served = await servedOn(ctx, slug, stage)
  return inspecting(ctx, { api: slug, stage }, served)
}

/**
 * The same for stored content, served nowhere, as the preview would serve it. Throws API_NOT_FOUND and what building its
 * bundle throws; inspecting throws NO_GATEWAY, GATEWAY_UNREACHABLE.
 */
export async function contentInspector(
  ctx: Pick<SignedInContext, 'core' | 'shell'>,
  slug: string,
  root: string,
): Promise<Inspector> {
  const { core } = ctx
  const api = await findApi(core.db, slug)
  const content = { bundle: await core.sync.bundleOf(root), settings: { variables: previewVariablesOf(api) } }
  const definition = await core.snapshots.definition(root)
  return inspecting(ctx, { api: slug, stage: previewStage, content }, async () => definition)
}

function inspecting(
  ctx: Pick<SignedInContext, 'core' | 'shell'>,
  inspected: Pick<InspectRequest, 'api' | 'stage' | 'content'>,
  served: (deployment: string | null) => Promise<Definition | null>,
): Inspector {
  return async ({ method, path, headers, body, bodyEncoding, mode, route }) => {
    const inspection = await inspectStage(ctx, {
      ...inspected,
      method,
      target: path,
      headers: headers.map(([name, value]) => [name, value]),
      ...(body === undefined || body === ''
        ? {}
        : { body: bodyEncoding === 'base64' ? body : Buffer.from(body, 'utf8').toString('base64') }),
      mode,
      ...(route === undefined ? {} : { route }),
    })
    const definition = await served(inspection.deployment)
    const winner = inspection.routing?.winner
    const found = definition && winner ? find(definition, 'method', winner.id) : undefined
    if (!definition || !found) return { ...inspection, records: noRecords, guards: [] }
    const records = requestPath(definition, found)
    return { ...inspection, records, guards: guardsOf(definition, found, records) }
  }
}

/** How to come by the definition that answered: the draft's as it was before asking, or the deployment's. */
async function servedOn(
  { core }: Pick<SignedInContext, 'core'>,
  slug: string,
  stage: string,
): Promise<(deployment: string | null) => Promise<Definition | null>> {
  if (stage === previewStage) {
    await core.sync.refreshPreview(slug)
    await core.sync.waitForAcks(slug, stage, previewWaitMs)
    const { definition } = await core.drafts.open(slug)
    return () => Promise.resolve(definition)
  }
  const api = await findApi(core.db, slug)
  await getStage(core.db, api, stage)
  return async (id) => {
    if (id === null) return null
    const deployment = await core.db.deployment.findFirst({ where: { id, apiId: api.id } })
    return deployment && core.snapshots.definition(deployment.snapshotRoot)
  }
}
