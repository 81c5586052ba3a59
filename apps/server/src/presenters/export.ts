import { AppError } from '@penstock/errors'
import type { ExportOptions } from '@penstock/openapi'
import { type Definition, recordsOf } from '@penstock/model'
import { findApi } from '../store/apis.ts'
import { getStage } from '../store/stages.ts'
import { readTextParts } from '../store/text-parts.ts'
import { runExport } from './export/run-export.ts'
import type { Exported } from './exported-view.ts'
import { stageAddress } from './stage-address.ts'
import type { StagesContext } from './stages.ts'

export interface ExportAsked extends Pick<ExportOptions, 'format' | 'extensions'> {
  readonly slug: string
  /** `draft`, or a stage. */
  readonly from: string
  readonly as: 'json' | 'yaml'
}

/** Throws API_NOT_FOUND, STAGE_NOT_FOUND, and DEPLOYMENT_NOT_FOUND for a stage that serves nothing yet. */
export async function presentExport(ctx: StagesContext, asked: ExportAsked): Promise<Exported> {
  const { slug, from, format, extensions, as } = asked
  const definition = await definitionOf(ctx, asked)
  const parts = isDraft(from) && as === 'yaml' ? await textParts(ctx, slug) : []
  const [api] = recordsOf(definition, 'api')
  // What Amazon's export says of a stage is a narrower thing than what was imported: its clients expect that.
  const likeAmazon = from !== 'draft' && extensions !== 'penstock' && api?.compatibility === 'aws'
  const host = new URL(stageAddress(ctx, slug, from).hostUrl).host
  const text = await runExport(definition, {
    as,
    format,
    extensions,
    parts,
    ...(likeAmazon ? { style: 'amazon', stage: { name: from, host } } : {}),
  })
  const title = format === 'swagger2' ? 'swagger' : format
  // From a document that anybody may have written: nothing of it may end the header or leave the folder.
  const version = (api?.version ?? '').replace(/[^\w.+-]/g, '_').slice(0, 100) || slug
  return { text, fileName: `${title}_${version}.${as}` }
}

async function definitionOf({ core }: StagesContext, { slug, from }: ExportAsked): Promise<Definition> {
  const draft = await core.drafts.open(slug)
  if (isDraft(from)) return draft.definition
  const { deployment } = await getStage(core.db, { id: draft.apiId, slug }, from)
  if (!deployment) throw new AppError('DEPLOYMENT_NOT_FOUND', { params: { slug } })
  return core.snapshots.definition(deployment.snapshotRoot)
}

function isDraft(from: string): boolean {
  return from === 'draft' || from === 'preview'
}

/** Comments are the draft's: what was deployed is the definition alone. */
async function textParts({ core }: StagesContext, slug: string) {
  const { id } = await findApi(core.db, slug)
  return readTextParts(core.db, id)
}
