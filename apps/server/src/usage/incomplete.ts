import type { Executor } from '../store/executor.ts'

const key = 'usage.incomplete_at'

/** Says that requests were served that no node could record: what is counted is less than there was. */
export async function noteLoss(db: Executor, now: Date): Promise<void> {
  const value = now.toISOString()
  await db.setting.upsert({ where: { key }, create: { key, value }, update: { value } })
}

/** When that was last; null when never. */
export async function lastLoss(db: Executor): Promise<Date | null> {
  const row = await db.setting.findUnique({ where: { key } })
  return row && new Date(row.value)
}
