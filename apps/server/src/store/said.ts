import type { Executor } from './executor.ts'

/**
 * All that people said of the changes to a stage, overrides and acknowledgements, as one text to compare: another one
 * as soon as somebody says something else.
 */
export async function saidOf(
  db: Executor,
  { apiId, stage }: { readonly apiId: string; readonly stage: string },
): Promise<string> {
  const overrides = await db.checkOverride.findMany({ where: { apiId }, orderBy: { check: 'asc' } })
  const where = { apiId, stage }
  const acknowledged = await db.changeAcknowledgement.findMany({ where, orderBy: { changeId: 'asc' } })
  return JSON.stringify([overrides, acknowledged])
}
