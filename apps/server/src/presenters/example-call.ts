import { previewTokenHeader } from '@penstock/bundle'
import { type ExampleRequest, exampleRequest } from '@penstock/bundle/build'
import type { Definition } from '@penstock/model'
import { previewToken } from '../auth/preview-token.ts'
import { findApi } from '../store/apis.ts'
import { findStage } from '../store/stages.ts'
import { previewStage } from '../sync/sync.ts'
import { curlCommand } from './curl-command.ts'
import type { ExampleCall } from './example-call-view.ts'
import { stageAddress } from './stage-address.ts'
import type { StagesContext } from './stages.ts'

/** Definitions never change, so neither does what is tried first of them. */
const found = new WeakMap<Definition, ExampleRequest | null>()

/** A call that a stage answers; null when nothing is deployed or no method has an integration. Throws API_NOT_FOUND. */
export async function presentExampleCall(
  ctx: StagesContext,
  slug: string,
  stage: string,
): Promise<ExampleCall | null> {
  const definition = await servedOn(ctx, slug, stage)
  if (!definition) return null
  let request = found.get(definition)
  if (request === undefined) found.set(definition, (request = exampleRequest(definition)))
  if (!request) return null
  const { method, body } = request
  const url = stageAddress(ctx, slug, stage).url + request.path
  const token: Record<string, string> =
    stage === previewStage ? { [previewTokenHeader]: previewToken(ctx.shell.gatewayToken, slug) } : {}
  return { method, url, curl: curlCommand({ method, url, headers: { ...token, ...request.headers }, body }) }
}

async function servedOn({ core }: StagesContext, slug: string, stage: string): Promise<Definition | null> {
  if (stage === previewStage) return (await core.drafts.open(slug)).definition
  const api = await findApi(core.db, slug)
  const root = (await findStage(core.db, api.id, stage))?.deployment?.snapshotRoot
  return root === undefined ? null : core.snapshots.definition(root)
}
