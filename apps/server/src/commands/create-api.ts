import { AppError } from '@penstock/errors'
import { type ApiRecord, newId } from '@penstock/model'
import { contentOf } from '../store/content.ts'
import type { CommandContext } from './context.ts'
import { importApi } from './import-api.ts'
import { insertApi } from './insert-api.ts'
import { sampleDescription } from './sample-description.ts'
import { freeSlug } from './slug.ts'

export interface CreateApiInput {
  readonly name: string
  /** Absent: made of the name, with a number when it is taken. */
  readonly slug?: string | undefined
  /** Default: REST. */
  readonly type?: 'REST' | 'HTTP' | 'WEBSOCKET' | undefined
  /** Begin with the sample API instead of an empty one. */
  readonly sample?: boolean | undefined
}

/** A new API that has a root and nothing else, or the sample. Throws SLUG_TAKEN. */
export async function createApi(context: CommandContext, input: CreateApiInput): Promise<{ slug: string }> {
  const { name, type = 'REST', sample = false } = input
  const slug = input.slug ?? (await freeSlug(context.db, name))
  if (sample) {
    const document = JSON.stringify({
      ...sampleDescription,
      info: { ...sampleDescription.info, title: name },
    })
    const { slug: made } = await importApi(context, { document, slug, mode: 'create' })
    return { slug: made }
  }
  const records: ApiRecord[] = [
    { kind: 'api', id: newId('api'), name, ...(type === 'REST' ? {} : { type }) },
    // Messages have no paths.
    ...(type === 'WEBSOCKET'
      ? []
      : [{ kind: 'resource' as const, id: newId('resource'), parent: null, pathPart: '' }]),
  ]
  const taken = await context.db.api.findUnique({ where: { slug }, select: { id: true } })
  if (taken) throw new AppError('SLUG_TAKEN', { params: { slug } })
  const contents = records.map((record) => ({ record, content: contentOf(record) }))
  await insertApi(context, { slug, name, records: contents, action: 'create-api' })
  return { slug }
}
