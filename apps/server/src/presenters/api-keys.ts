import type { Executor } from '../store/executor.ts'
import type { ApiKeyView } from './api-key-view.ts'

interface ApiKeyRow {
  readonly id: string
  readonly name: string
  readonly prefix: string
  readonly enabled: boolean
  readonly createdAt: Date
  readonly plans: readonly { readonly plan: { readonly name: string } }[]
}

export function presentApiKey({ id, name, prefix, enabled, createdAt, plans }: ApiKeyRow): ApiKeyView {
  const names = plans.map(({ plan }) => plan.name).sort()
  return { id, name, prefix, enabled, plans: names, createdAt: createdAt.toISOString() }
}

/** All of them by name, without their values: nobody has those. */
export async function presentApiKeys(db: Executor): Promise<ApiKeyView[]> {
  const include = { plans: { include: { plan: true } } }
  return (await db.apiKey.findMany({ include, orderBy: { name: 'asc' } })).map(presentApiKey)
}
