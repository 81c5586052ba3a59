import type { ExampleRun } from '@penstock/server'
import { Button } from '@penstock/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import { ExampleOutcome } from '../../app/example-outcome.tsx'
import { problemOf } from '../../app/problem.ts'
import { ProblemView } from '../../app/problem-view.tsx'
import { ShowOnGraph } from '../../app/show-on-graph.tsx'
import { trpc } from '../../app/trpc.ts'
import { planExamples, type PlanNamed } from './plan-queries.ts'

export interface ExamplesCheckProps {
  plan: PlanNamed
  /** Whether the plan may be asked for. */
  isCurrent: boolean
}

/**
 * A plan's examples as a check of it: sent to what it leads to, as that would be served, with those that fail and why.
 * What may change something behind the gateway is sent only when that is asked for.
 */
export function ExamplesCheck({ plan, isCurrent }: ExamplesCheckProps) {
  const { slug } = plan
  const examples = useQuery({ ...planExamples(plan), enabled: isCurrent })
  const run = useMutation(trpc.examples.run.mutationOptions())
  if (examples.error && problemOf(examples.error).code !== 'PLAN_GONE')
    return <ProblemView error={examples.error} title="The examples could not be read" layout="inline" />
  const count = examples.data?.length ?? 0
  if (count === 0) return null
  const runs = run.data ?? []
  const unsent = runs.filter(({ outcome }) => outcome === 'explained').length
  const start = (unsafe: boolean) => run.mutate({ ...plan, unsafe })
  const what = count === 1 ? '1 example' : `${count} examples`
  return (
    <section
      aria-label="Examples"
      className="flex max-h-64 shrink-0 flex-col gap-1.5 overflow-y-auto border-b border-line bg-surface px-4 py-2"
    >
      <div className="flex min-h-7 flex-wrap items-center gap-x-3 gap-y-1">
        <p role="status" className="min-w-0 flex-1 text-sm text-fg-2">
          {run.data
            ? verdict(runs)
            : `${what} can be run against what is to be deployed, with the variables of the preview.`}
        </p>
        {unsent > 0 && (
          <Button variant="quiet" isPending={run.isPending} onPress={() => start(true)}>
            Send all, also what may change data
          </Button>
        )}
        <Button isPending={run.isPending} onPress={() => start(false)}>
          {run.data ? 'Run again' : `Run ${what}`}
        </Button>
      </div>
      {run.error && <p className="text-sm text-danger">{problemOf(run.error).title}</p>}
      {runs.length > 0 && (
        <ul className="flex flex-col gap-1">
          {failedFirst(runs).map((one) => (
            <ExampleLine key={one.id} slug={slug} run={one} />
          ))}
        </ul>
      )}
    </section>
  )
}

function ExampleLine({ slug, run }: { slug: string; run: ExampleRun }) {
  return (
    <li className="flex items-start gap-2 text-sm">
      <ExampleOutcome run={run} />
      <span className="min-w-0">
        <span className="text-fg">{run.name}</span>{' '}
        <code className="text-xs break-all text-fg-3">{run.request}</code>{' '}
        {run.problems.map((problem) => (
          <span key={problem} className="text-fg-2">
            {problem}{' '}
          </span>
        ))}
        {run.outcome === 'failed' && <ShowOnGraph slug={slug} record={run.method} />}
      </span>
    </li>
  )
}

function verdict(runs: readonly ExampleRun[]): string {
  const of = (outcome: ExampleRun['outcome']) => runs.filter((one) => one.outcome === outcome).length
  const [failed, passed, explained] = [of('failed'), of('passed'), of('explained')]
  const parts = [
    ...(failed > 0 ? [`${failed} ${failed === 1 ? 'fails' : 'fail'}`] : []),
    ...(passed > 0 ? [`${passed} ${passed === 1 ? 'passes' : 'pass'}`] : []),
    ...(explained > 0 ? [`${explained} ${explained === 1 ? 'was' : 'were'} not sent`] : []),
  ]
  return `Of ${runs.length === 1 ? '1 example' : `${runs.length} examples`}: ${parts.join(', ')}.`
}

function failedFirst(runs: readonly ExampleRun[]): ExampleRun[] {
  return runs.toSorted((a, b) => Number(b.outcome === 'failed') - Number(a.outcome === 'failed'))
}
