import type { RecordId } from '@penstock/model'
import { findApi } from '../store/apis.ts'
import { transact } from '../store/executor.ts'
import type { CommandContext } from './context.ts'

export interface SaveLayoutInput {
  readonly slug: string
  /** The tab that moved them, which hears nothing new. */
  readonly tab: string
  /** null: wherever the layout puts it. */
  readonly positions: Readonly<Record<RecordId, { readonly x: number; readonly y: number } | null>>
}

/** Remembers where records stand on the canvas. Not part of the definition: nothing becomes staged by it. */
export async function saveLayout(
  { db, live }: CommandContext,
  { slug, tab, positions }: SaveLayoutInput,
): Promise<void> {
  const placed: { id: RecordId; x: number; y: number }[] = []
  const freed: RecordId[] = []
  for (const [id, position] of Object.entries(positions)) {
    if (position) placed.push({ id, x: position.x, y: position.y })
    else freed.push(id)
  }
  await transact(db, async (tx) => {
    const { id: apiId } = await findApi(tx, slug)
    await tx.$executeRaw`delete from layout_positions where api_id = ${apiId} and record_id = any(${freed}::text[])`
    await tx.$executeRaw`
      insert into layout_positions (api_id, record_id, x, y)
      select ${apiId}, id, x, y from json_to_recordset(${JSON.stringify(placed)}::json)
        as given (id text, x double precision, y double precision)
      on conflict (api_id, record_id) do update set x = excluded.x, y = excluded.y`
  })
  live.publish({ type: 'layout', slug, tab, positions })
}
