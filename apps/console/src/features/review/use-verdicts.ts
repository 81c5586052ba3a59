import type { ChangeView } from '@penstock/server'
import { useMemo } from 'react'
import { queryClient, trpc, trpcClient } from '../../app/trpc.ts'
import type { OverrideLevel } from './override-dialog.tsx'

export interface VerdictsOptions {
  readonly slug: string
  readonly stage: string
  /** Something was said: the plan that is read next is of our own doing. */
  readonly onSaid: () => void
  readonly onFailed: (error: unknown) => void
}

export interface Verdicts {
  acknowledge(changes: readonly ChangeView[], reason: string): Promise<void>
  withdraw(changes: readonly ChangeView[]): Promise<void>
  /** Null: what the check says by itself again. */
  override(check: string, said: { level: OverrideLevel; reason: string } | null): Promise<void>
}

/** What people say of changes and checks, sent and read back. */
export function useVerdicts({ slug, stage, onSaid, onFailed }: VerdictsOptions): Verdicts {
  return useMemo(() => {
    const send = async (call: Promise<unknown>) => {
      try {
        await call
        onSaid()
      } catch (error) {
        onFailed(error)
      }
      await queryClient.invalidateQueries(trpc.plan.get.queryFilter({ slug }))
    }
    const { verdicts } = trpcClient
    return {
      acknowledge: (changes, reason) =>
        send(verdicts.acknowledge.mutate({ slug, stage, changes: changes.map(({ id }) => id), reason })),
      withdraw: (changes) =>
        send(verdicts.withdraw.mutate({ slug, stage, changes: changes.map(({ id }) => id) })),
      override: (check, said) =>
        send(
          said
            ? verdicts.override.mutate({ slug, check, ...said })
            : verdicts.restore.mutate({ slug, check }),
        ),
    }
  }, [slug, stage, onSaid, onFailed])
}
