import type { ChangeConsequencesView, ChangeView } from '@penstock/server'
import { Loading, MethodBadge, Skeleton } from '@penstock/ui'
import { useQuery } from '@tanstack/react-query'
import { problemOf } from '../../../app/problem.ts'
import { apart, trpc } from '../../../app/trpc.ts'
import { type ConsequencesSource, useConsequences } from './consequences-context.ts'
import { FoldedTable } from './folded-table.tsx'
import { dayName, figure, monthColumn } from './usage-words.ts'
import { mayBeUsed } from './use-of-changes.ts'

/** Which routes a change touches and who uses them, asked for once it is open. */
export function ConsequenceDetail({ change }: { change: ChangeView }) {
  const consequences = useConsequences()
  if (!consequences?.view || !mayBeUsed([change])) return null
  const { source } = consequences
  return source.type === 'plan' ? (
    <OfPlan key={change.id} {...source} change={change.id} />
  ) : (
    <OfRequest key={change.id} {...source} change={change.id} />
  )
}

function OfPlan({
  slug,
  stage,
  planHash,
  change,
}: Extract<ConsequencesSource, { type: 'plan' }> & { change: string }) {
  const input = { slug, stage, planHash, change }
  return <Detail answer={useQuery(trpc.plan.changeConsequences.queryOptions(input, apart))} />
}

function OfRequest({
  slug,
  number,
  planHash,
  change,
}: Extract<ConsequencesSource, { type: 'request' }> & { change: string }) {
  const input = { slug, number, planHash, change }
  return <Detail answer={useQuery(trpc.deployRequests.changeConsequences.queryOptions(input, apart))} />
}

interface Answer {
  readonly data: ChangeConsequencesView | null | undefined
  readonly error: unknown
  readonly dataUpdatedAt: number
}

/** With when it was answered. */
type Answered = ChangeConsequencesView & { readonly at: number }

function Detail({ answer: { data, error, dataUpdatedAt: at } }: { answer: Answer }) {
  if (error) return <p className="text-xs text-danger">{problemOf(error).title}</p>
  // Deployed or undone meanwhile: the plan that comes next does not list it.
  if (data === null) return null
  if (!data)
    return (
      <Loading>
        <Skeleton className="h-3 w-32" />
      </Loading>
    )
  return (
    <div className="flex flex-col gap-2">
      <Routes {...data} at={at} />
      {data.consumers.length > 0 && <Consumers {...data} at={at} />}
    </div>
  )
}

function Routes({ at, ...answer }: Answered) {
  const { routes, used, since } = answer
  const isKnown = since !== null
  return (
    <FoldedTable
      title="Routes"
      count={routes}
      columns={isKnown ? ['Route', '24 h', monthColumn(answer, at), 'Failed'] : ['Route']}
      rows={used.map(({ route, method, path, day, month, clientErrors, serverErrors }) => ({
        key: route,
        name: (
          <span className="flex min-w-0 items-center gap-2">
            {method && <MethodBadge method={method} />}
            <code className="min-w-0 break-all">{path}</code>
          </span>
        ),
        figures: isKnown ? [figure(day), figure(month), figure(clientErrors + serverErrors)] : [],
      }))}
    />
  )
}

function Consumers({ at, ...answer }: Answered) {
  const { consumers } = answer
  return (
    <FoldedTable
      title="Consumers"
      count={consumers.length}
      columns={['Consumer', '24 h', monthColumn(answer, at), 'Last seen']}
      rows={consumers.map(({ kind, id, client, day, month, last }) => ({
        key: `${kind} ${id}`,
        name: (
          <span className="flex min-w-0 items-baseline gap-1.5">
            {kindWords[kind]}
            {id !== '' && <code className="text-fg-3">{id.slice(0, 8)}</code>}
            {client !== null && <span className="min-w-0 truncate text-fg-3">{client}</span>}
          </span>
        ),
        figures: [figure(day), figure(month), dayName(last)],
      }))}
    />
  )
}

const kindWords: Readonly<Record<ChangeConsequencesView['consumers'][number]['kind'], string>> = {
  key: 'API key',
  credential: 'Credential',
  address: 'Address',
  others: 'Others',
  unknown: 'Not told apart',
}
