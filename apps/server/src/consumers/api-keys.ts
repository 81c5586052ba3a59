import { AppError } from '@penstock/errors'
import { uuidv7 } from 'uuidv7'
import { hashSecret } from '../auth/secret.ts'
import type { CommandContext } from '../commands/context.ts'
import type { ApiKeyView, CreatedApiKey } from '../presenters/api-key-view.ts'
import { presentApiKey } from '../presenters/api-keys.ts'
import { audit, transactAudited } from '../store/audit.ts'
import type { Executor } from '../store/executor.ts'
import { newKeyValue } from './key-value.ts'
import { lockPlans, refreshStages, touchStages } from './touch-stages.ts'

export interface NewApiKey {
  readonly name: string
  /** Absent: one is made, and the answer is the only place where it is seen. */
  readonly value?: string | undefined
  readonly enabled: boolean
}

/**
 * An API key, of which a hash is stored. A plain SHA-256 is enough for values that are made here, and those that are given
 * have at least the twenty characters that Amazon asks for. Throws API_KEY_TAKEN.
 */
export async function createApiKey(
  context: CommandContext,
  { name, value, enabled }: NewApiKey,
): Promise<CreatedApiKey> {
  const { clock, actor } = context
  const made = value === undefined ? newKeyValue() : null
  const now = clock.now()
  const row = {
    id: uuidv7(),
    name,
    valueHash: hashSecret(made ?? value ?? ''),
    prefix: made?.slice(0, 8) ?? '',
    enabled,
    createdAt: now,
    updatedAt: now,
  }
  await transactAudited(context, async (tx) => {
    // One at a time: two of a name would not see each other otherwise.
    await tx.$executeRaw`lock table api_keys in share row exclusive mode`
    if (await tx.apiKey.findUnique({ where: { name } })) throw taken('name')
    if (await tx.apiKey.findUnique({ where: { valueHash: row.valueHash } })) throw taken('value')
    await tx.apiKey.create({ data: row })
    await audit(tx, now, actor, { api: null, action: 'create-api-key', data: { key: row.id, name } })
  })
  return { value: made, key: presentApiKey({ ...row, plans: [] }) }
}

function taken(what: string): AppError {
  return new AppError('API_KEY_TAKEN', { params: { what } })
}

/** The key is let in, or is no more, at once. Throws NOT_FOUND. */
export async function enableApiKey(
  context: CommandContext,
  { id, enabled }: { readonly id: string; readonly enabled: boolean },
): Promise<ApiKeyView> {
  const { clock, actor } = context
  const { touched, view } = await transactAudited(context, async (tx) => {
    await lockPlans(tx)
    const { name } = await findApiKey(tx, id)
    const now = clock.now()
    const row = await tx.apiKey.update({
      where: { id },
      data: { enabled, updatedAt: now },
      include: { plans: { include: { plan: true } } },
    })
    await audit(tx, now, actor, { api: null, action: 'update-api-key', data: { key: id, name, enabled } })
    return { touched: await touchStages(context, tx, await stagesOfKey(tx, id)), view: presentApiKey(row) }
  })
  await refreshStages(context, touched)
  return view
}

/** The key stops working at once. Throws NOT_FOUND. */
export async function removeApiKey(context: CommandContext, id: string): Promise<void> {
  const { clock, actor } = context
  const touched = await transactAudited(context, async (tx) => {
    await lockPlans(tx)
    const { name } = await findApiKey(tx, id)
    const stages = await touchStages(context, tx, await stagesOfKey(tx, id))
    await tx.apiKey.delete({ where: { id } })
    await audit(tx, clock.now(), actor, { api: null, action: 'remove-api-key', data: { key: id, name } })
    return stages
  })
  await refreshStages(context, touched)
}

async function findApiKey(tx: Executor, id: string) {
  const key = await tx.apiKey.findUnique({ where: { id } })
  if (!key) throw new AppError('NOT_FOUND', { params: { what: 'API key with this id' } })
  return key
}

async function stagesOfKey(tx: Executor, keyId: string): Promise<string[]> {
  const where = { plan: { keys: { some: { keyId } } } }
  return (await tx.usagePlanStage.findMany({ where })).map(({ stageId }) => stageId)
}
