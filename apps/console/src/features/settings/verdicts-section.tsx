import type { OverrideItem } from '@penstock/server'
import { Badge, Button, EmptyState, SkeletonRows, toast, VerdictChip } from '@penstock/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ArrowRight, Scale } from 'lucide-react'
import { Moment } from '../../app/moment.tsx'
import { PersonName } from '../../app/person-name.tsx'
import { ProblemView } from '../../app/problem-view.tsx'
import { problemOf } from '../../app/problem.ts'
import { useMay } from '../../app/session.ts'
import { queryClient, trpc, trpcClient } from '../../app/trpc.ts'
import { Page, Panel } from '../shell/page.tsx'

/** What people said that checks of changes mean for an API, and the way back. */
export function VerdictsSection({ slug }: { slug: string }) {
  const overrides = useQuery(trpc.verdicts.overrides.queryOptions({ slug }))
  if (overrides.error && !overrides.data)
    return <ProblemView error={overrides.error} onRetry={() => void overrides.refetch()} />
  if (!overrides.data) return <SkeletonRows rows={4} />
  return (
    <Page
      width="md"
      title="Overridden checks"
      lead="What checks of changes mean for this API, where somebody said so. It holds in every plan at once, without a deployment."
    >
      {overrides.data.length === 0 ? (
        <EmptyState
          icon={<Scale aria-hidden />}
          title="Every check means what it says by itself"
          action={
            <Link
              to="/apis/$slug/review"
              params={{ slug }}
              className="text-sm text-accent-fg underline underline-offset-2"
            >
              Open the review
            </Link>
          }
        >
          A check is overridden where it finds something: in the review, from the menu of the finding.
        </EmptyState>
      ) : (
        <Panel>
          <ul aria-label="Overridden checks">
            {overrides.data.map((override) => (
              <OverrideRow key={override.check} slug={slug} override={override} />
            ))}
          </ul>
        </Panel>
      )}
      <p className="mt-4 text-sm text-pretty text-fg-2">
        Levels of what is doubtful about the draft are part of the definition (<code>x-penstock-lint</code>)
        and changed in{' '}
        <Link
          to="/apis/$slug/design"
          params={{ slug }}
          className="text-accent-fg underline underline-offset-2"
        >
          the designer’s list of problems
        </Link>
        .
      </p>
    </Page>
  )
}

function OverrideRow({ slug, override }: { slug: string; override: OverrideItem }) {
  const mayChange = useMay('override verdicts')
  const remove = useMutation(
    trpc.verdicts.restore.mutationOptions({
      onSuccess: async () => {
        const title = `${override.check} means ${override.from ?? 'nothing'} again`
        toast({
          title,
          tone: 'ok',
          action: (
            <Button aria-label={`Undo: ${title}`} onPress={() => void putBack(slug, override)}>
              Undo
            </Button>
          ),
        })
        await readAgain(slug)
      },
    }),
  )
  const { check, finds, from, level, reason, by, actor, at } = override
  return (
    <li className="flex items-start gap-4 border-b border-line px-4 py-3 text-sm last:border-b-0">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <code className="text-xs font-medium break-all text-fg">{check}</code>
          <span className="inline-flex items-center gap-1.5">
            <Level level={from} />
            <ArrowRight aria-label="now" className="size-3.5 text-fg-3" />
            <Level level={level} />
          </span>
        </p>
        <p className="mt-1 text-fg-2">{finds ?? 'There is no such check any more.'}</p>
        <p className="mt-1 break-words text-fg">“{reason}”</p>
        <p className="mt-0.5 text-xs text-fg-3">
          <PersonName of={by} kind={actor?.kind} /> · <Moment at={at} />
        </p>
        {remove.error && <ProblemView error={remove.error} layout="inline" className="mt-2" />}
      </div>
      {mayChange && (
        <Button isPending={remove.isPending} onPress={() => remove.mutate({ slug, check })}>
          Remove<span className="sr-only"> the override of {check}</span>
        </Button>
      )}
    </li>
  )
}

function Level({ level }: { level: OverrideItem['level'] | OverrideItem['from'] }) {
  if (level === null) return <Badge>unknown</Badge>
  return level === 'off' ? <Badge>Off</Badge> : <VerdictChip verdict={level} />
}

async function putBack(slug: string, { check, level, reason }: OverrideItem): Promise<void> {
  try {
    await trpcClient.verdicts.override.mutate({ slug, check, level, reason })
  } catch (error) {
    toast({ title: 'The override was not put back', description: problemOf(error).title, tone: 'error' })
  }
  await readAgain(slug)
}

async function readAgain(slug: string): Promise<void> {
  await queryClient.invalidateQueries(trpc.verdicts.overrides.queryFilter({ slug }))
  await queryClient.invalidateQueries(trpc.plan.get.queryFilter({ slug }))
}
