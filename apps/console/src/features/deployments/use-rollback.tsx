import type { DeploymentView } from '@penstock/server'
import { Button, toast } from '@penstock/ui'
import { useMutation } from '@tanstack/react-query'
import { problemOf } from '../../app/problem.ts'
import { queryClient, trpc, trpcClient } from '../../app/trpc.ts'

/** Everything that a deployment, forward or back, makes out of date. */
export function refreshDeployments(slug: string): Promise<unknown> {
  return Promise.all([
    queryClient.invalidateQueries(trpc.deployments.list.queryFilter({ slug })),
    queryClient.invalidateQueries(trpc.stages.list.queryFilter({ slug })),
    queryClient.invalidateQueries(trpc.plan.get.queryFilter({ slug })),
  ])
}

export interface RollbackCall {
  readonly target: Pick<DeploymentView, 'id' | 'version' | 'stage'>
  /** What the stage serves until then: what undoing puts back. */
  readonly live: Pick<DeploymentView, 'id' | 'version' | 'stage'> | undefined
  readonly description?: string
}

/** Takes back what was said of the last rollback: by the next one, or by its undoing, it is no longer true. */
let unsay = () => {}

/** Puts a deployment back, and offers to undo that. */
export function useRollback(slug: string) {
  return useMutation({
    mutationFn: ({ target, live, description }: RollbackCall) =>
      trpcClient.deployments.rollback.mutate({
        slug,
        stage: target.stage,
        deployment: target.id,
        from: live?.id ?? null,
        ...(description ? { description } : {}),
      }),
    // What is live now may be why it was refused.
    onError: () => void refreshDeployments(slug),
    onSuccess: async ({ deployment, nodes }, { target, live }) => {
      await refreshDeployments(slug)
      const title = `${target.stage} serves v${target.version} again, as v${deployment.version}`
      unsay()
      unsay = toast({
        title,
        description: `On ${nodes.serving} of ${nodes.total} ${nodes.total === 1 ? 'node' : 'nodes'}`,
        tone: 'ok',
        timeoutMs: 15_000,
        ...(live
          ? {
              action: (
                <Button
                  aria-label={`Undo: ${title}`}
                  onPress={() => void undoRollback(slug, { rollback: deployment, before: live })}
                >
                  Undo
                </Button>
              ),
            }
          : {}),
      })
    },
  })
}

export interface RollbackToUndo {
  /** What has to be live still: what was deployed since is not taken away unseen. */
  readonly rollback: Pick<DeploymentView, 'id'>
  readonly before: RollbackCall['target']
}

/** One click puts back what was live before a rollback. */
export async function undoRollback(slug: string, { rollback, before }: RollbackToUndo): Promise<void> {
  const { id, stage, version } = before
  try {
    const { deployment } = await trpcClient.deployments.rollback.mutate({
      slug,
      stage,
      deployment: id,
      from: rollback.id,
      description: `Rollback undone: back to v${version}`,
    })
    await refreshDeployments(slug)
    unsay()
    unsay = toast({ title: `${stage} serves v${version} again, as v${deployment.version}`, tone: 'ok' })
  } catch (error) {
    void refreshDeployments(slug)
    toast({ title: 'The rollback was not undone', description: problemOf(error).title, tone: 'error' })
  }
}
