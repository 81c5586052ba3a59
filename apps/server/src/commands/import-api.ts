import { AppError } from '@penstock/errors'
import type { ApiRecord, RecordId } from '@penstock/model'
import type { ImportOptions, ImportReport } from '@penstock/openapi'
import { type ApiModel, databaseError } from '@penstock/prisma'
import { storeBodies } from '../store/bodies.ts'
import { type Content, recordsOfBodies } from '../store/content.ts'
import type { Draft } from '../store/drafts.ts'
import type { Executor } from '../store/executor.ts'
import { type ImportedContent, runImport } from '../workers/run-import.ts'
import type { UnansweredGroup } from '../workers/unanswered-groups.ts'
import { changeDraft } from './change-draft.ts'
import type { CommandContext } from './context.ts'
import { importText, withTextLeft } from './import-text.ts'
import { insertApi } from './insert-api.ts'
import { freeSlug, slugOf } from './slug.ts'

export interface ImportApiInput {
  /** OpenAPI 3.1, 3.0 or 2.0, JSON or YAML. */
  readonly document: string
  /** Absent: made of the document's title. */
  readonly slug?: string | undefined
  /** `create` refuses a slug that exists; the others make the API when there is none. */
  readonly mode: 'create' | 'merge' | 'overwrite'
  readonly type?: 'REST' | 'HTTP' | 'WEBSOCKET' | undefined
  /** Absent: `aws` where the document carries `x-amazon-apigateway-*`. */
  readonly compatibility?: 'native' | 'aws' | undefined
  /** Base URL of what answers operations that name no integration; `servers`: the first that the document names. */
  readonly upstream?: string | undefined
  readonly basepath?: ImportOptions['basepath'] | undefined
  readonly failOnWarnings?: boolean | undefined
}

export interface ImportedApi {
  readonly slug: string
  readonly report: ImportReport
  /** What of the draft does not run as it is now, by reason. */
  readonly unanswered: readonly UnansweredGroup[]
}

interface ImportedRecord {
  readonly record: ApiRecord
  readonly content: Content
}

/**
 * Takes a description into a draft. Parsing, mapping and hashing happen in a thread of their own; the draft changes in
 * one transaction. Throws IMPORT_TOO_LARGE before it reads anything, IMPORT_REFUSED with the diagnostics,
 * IMPORT_TOO_COMPLEX, SLUG_TAKEN.
 */
export async function importApi(context: CommandContext, input: ImportApiInput): Promise<ImportedApi> {
  const { db, drafts } = context
  checkSize(input.document, context.importLimitBytes)
  for (let attempt = 0; ; attempt++) {
    const existing =
      input.slug === undefined ? null : await db.api.findUnique({ where: { slug: input.slug } })
    if (existing && input.mode === 'create')
      throw new AppError('SLUG_TAKEN', { params: { slug: existing.slug } })
    const draft = existing ? await drafts.of(db, existing) : undefined
    const { content, report, unanswered, text } = await read(input, draft, context.importLimitBytes)
    let left = text.left
    const keep = async (tx: Executor, api: ApiModel) => {
      left = text.left + (await importText(tx, api, text, draft ? input.mode : 'create'))
    }
    // The database writes the bodies while this thread parses them.
    const [records] = await Promise.all([recordsOf(content, draft), storeNew(context, content, draft)])
    if (draft) {
      if (await replace(context, draft, records, keep)) {
        context.live.publish({ type: 'text', slug: draft.slug, tab: '' })
        return { slug: draft.slug, report: withTextLeft(report, left), unanswered }
      }
      // Somebody edited the draft while the document was read: read it again onto what is there now.
      if (attempt === 3)
        throw new AppError('RECORD_CONFLICT', { params: { count: 1 }, details: { conflicts: [] } })
      continue
    }
    const name = records.find(({ record }) => record.kind === 'api')?.record
    const title = name?.kind === 'api' ? name.name : 'api'
    const slug = input.slug ?? (input.mode === 'create' ? await freeSlug(db, title) : slugOf(title))
    if (input.slug === undefined && (await db.api.findUnique({ where: { slug } }))) {
      return importApi(context, { ...input, slug })
    }
    await insertApi(context, {
      slug,
      name: title,
      records,
      action: 'import',
      stored: true,
      also: keep,
    })
    return { slug, report: withTextLeft(report, left), unanswered }
  }
}

async function read(input: ImportApiInput, draft: Draft | undefined, bytes: number) {
  const { compatibility, type, upstream, basepath, failOnWarnings } = input
  const outcome = await runImport(input.document, {
    mode: draft ? input.mode : 'create',
    limits: { bytes },
    ...(draft ? { existing: draft.definition } : {}),
    ...(compatibility ? { compatibility } : {}),
    ...(type ? { type } : {}),
    ...(upstream ? { upstream } : {}),
    ...(basepath ? { basepath } : {}),
    ...(failOnWarnings ? { failOnWarnings } : {}),
  })
  const { ok, report, unanswered, diagnostics, refusal } = outcome
  if (!ok) {
    const first = diagnostics.find(({ severity }) => severity === 'error') ?? diagnostics[0]
    const reason = refusal ?? first?.message ?? 'The document is not a description that can be imported.'
    throw new AppError('IMPORT_REFUSED', { params: { reason }, details: { diagnostics, report } })
  }
  return { content: outcome.content, report, unanswered, text: outcome.text }
}

interface ImportedRow extends Content {
  readonly id: RecordId
}

function rowsOf(content: ImportedContent): ImportedRow[] {
  return content.ids.map((id, at) => ({
    id,
    hash: content.hashes[at]!,
    kind: content.kinds[at]!,
    body: content.bodies[at]!,
  }))
}

/** What the draft does not hold already. */
function notIn(draft: Draft | undefined, rows: readonly ImportedRow[]): readonly ImportedRow[] {
  if (!draft) return rows
  const held = new Map<RecordId, string>()
  for (const bucket of draft.manifest.buckets.values())
    for (const [id, hash] of bucket.entries) held.set(id, hash)
  return rows.filter(({ id, hash }) => held.get(id) !== hash)
}

/** The imported records; those that the draft holds already are the draft's own. */
async function recordsOf(content: ImportedContent, draft: Draft | undefined): Promise<ImportedRecord[]> {
  const rows = rowsOf(content)
  const fresh = await recordsOfBodies(notIn(draft, rows))
  return rows.map(({ id, ...rest }) => ({
    record: fresh.get(id) ?? draft!.definition.get(id)!,
    content: rest,
  }))
}

async function storeNew({ pool }: CommandContext, content: ImportedContent, draft: Draft | undefined) {
  try {
    const added = notIn(draft, rowsOf(content))
    await storeBodies(pool, new Map(added.map((row) => [row.hash, row])).values())
  } catch (error) {
    throw databaseError(error)
  }
}

/** Makes the draft what the import says; false when the draft is no longer what the import was made for. */
async function replace(
  context: CommandContext,
  read: Draft,
  records: ImportedRecord[],
  also: (tx: Executor, api: ApiModel) => Promise<void>,
): Promise<boolean> {
  let moved = false
  await changeDraft(context, {
    slug: read.slug,
    action: 'import',
    changeId: 'import',
    stored: true,
    also: async (tx, api) => (moved ? undefined : also(tx, api)),
    decide(draft) {
      moved = draft.manifest.root !== read.manifest.root
      if (moved) return { put: [], removed: [] }
      const kept = new Set(records.map(({ record }) => record.id))
      return { put: records, removed: [...draft.definition.keys()].filter((id) => !kept.has(id)) }
    },
  })
  return !moved
}

function checkSize(document: string, limit: number) {
  const bytes = document.length > limit ? document.length : Buffer.byteLength(document)
  if (bytes <= limit) return
  const megabytes = (value: number) => `${Math.ceil(value / 1024 / 1024)} MB`
  throw new AppError('IMPORT_TOO_LARGE', { params: { size: megabytes(bytes), limit: megabytes(limit) } })
}
