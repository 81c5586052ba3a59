import { chooseReading, hasPath, parseRequest, readAddress } from '@penstock/model'
import type { InspectionView } from '@penstock/server'
import { Button, MethodBadge, Select, TextField } from '@penstock/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { trpc } from '../../app/trpc.ts'
import { useDesigner } from '../designer-context.ts'
import { Halves } from '../halves.tsx'
import { showRecord } from '../show-record.ts'
import { CallView } from './call-view.tsx'
import { InspectionFailure } from './inspection-failure.tsx'
import { lightTrace, tracingOf, useTracing } from './trace-store.ts'
import { UnsavedNote } from './unsaved-note.tsx'
import { saveFirst } from './unsaved.ts'

/** Which route answers a request: what is typed or pasted is asked of the gateway's own router, and nothing is called. */
export function RoutePanel() {
  const designer = useDesigner()
  const { session } = designer
  const store = tracingOf(session)
  const text = useTracing((tracing) => tracing.text)
  const stage = useTracing((tracing) => tracing.stage)
  const explained = useTracing((tracing) => tracing.explained)
  const wantsFocus = useTracing((tracing) => tracing.wantsFocus)
  const [problem, setProblem] = useState<string | null>(null)
  const [unsaved, setUnsaved] = useState<string | null>(null)
  const stages = useQuery(trpc.stages.list.queryOptions({ slug: session.slug }))
  const explain = useMutation(trpc.inspect.explain.mutationOptions())
  const names = [...new Set(['preview', ...(stages.data ?? []).map((each) => each.name)])]
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (!wantsFocus) return
    store.setState({ wantsFocus: false })
    const field = form.current?.querySelector('textarea')
    field?.focus()
    field?.select()
  }, [wantsFocus, store])
  const submit = async () => {
    const { request, problem: wrong } = parseRequest(text)
    const below =
      request &&
      chooseReading(readAddress(request.url, { slug: session.slug, stages: names }), (path) =>
        hasPath(session.editor.definition, path),
      )
    setProblem(wrong ?? (below === null ? otherStage(names) : null))
    if (!request || !below) return
    const to = below.stage ?? stage
    store.setState({ stage: to })
    // The preview explains the draft as it is saved: what was just typed goes first.
    const notSaved = await saveFirst(session.autosave)
    setUnsaved(to === 'preview' ? notSaved : null)
    explain.mutate(
      {
        slug: session.slug,
        stage: to,
        method: request.method,
        path: below.path,
        headers: request.headers.map(([name, value]) => [name, value]),
        ...(request.body === undefined ? {} : { body: request.body }),
      },
      {
        onSuccess: (inspection) => {
          store.setState({ explained: inspection })
          lightTrace(session, inspection, false)
        },
      },
    )
  }
  return (
    <Halves>
      <div className="flex min-h-0 flex-col gap-3 overflow-y-auto p-3">
        <form
          ref={form}
          className="flex flex-col gap-2"
          onSubmit={(event) => {
            event.preventDefault()
            void submit()
          }}
        >
          <TextField
            aria-label="Request"
            isMono
            rows={text.includes('\n') ? 5 : 2}
            placeholder="POST /orders/5?x=1, or paste curl"
            value={text}
            error={problem}
            onChange={(next) => store.setState({ text: next })}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.shiftKey) return
              event.preventDefault()
              void submit()
            }}
          />
          <div className="flex items-center gap-2">
            <span className="text-xs text-fg-3">on</span>
            <Select
              aria-label="On which stage"
              className="w-32"
              options={names.map((name) => ({ value: name, label: name }))}
              value={stage}
              onChange={(next) => store.setState({ stage: next })}
            />
            <Button type="submit" variant="primary" isPending={explain.isPending}>
              Explain
            </Button>
          </div>
        </form>
        <div aria-live="polite" className="flex flex-col gap-3">
          <UnsavedNote reason={unsaved} />
          {explain.error ? (
            <InspectionFailure error={explain.error} />
          ) : explained ? (
            <Routing inspection={explained} onShow={(id) => showRecord(designer, id)} />
          ) : (
            <p className="text-sm text-fg-3">
              Says which route answers a request and why the others do not. Nothing is called.
            </p>
          )}
        </div>
      </div>
      <section aria-label="Backend request" className="flex min-h-0 flex-col gap-2 overflow-auto p-3">
        {explained?.call ? (
          <>
            <h2 className="text-xs font-semibold">
              {explained.call.kind === 'http' || explained.call.kind === 'function'
                ? 'It would call'
                : 'It would answer'}
            </h2>
            <CallView call={explained.call} />
          </>
        ) : (
          explained?.error && (
            <>
              <h2 className="text-xs font-semibold">
                It would be refused{explained.answer && ` with ${explained.answer.status}`}
              </h2>
              <p className="text-sm break-words">
                {explained.error.cause} <code className="text-xs text-danger">{explained.error.code}</code>
              </p>
            </>
          )
        )}
      </section>
    </Halves>
  )
}

function otherStage(names: readonly string[]): string {
  const there = new Intl.ListFormat('en', { type: 'conjunction' }).format(names)
  return `This address is of no stage of this API, which has ${there}. Write its path alone to explain it on one of them.`
}

function Routing({ inspection, onShow }: { inspection: InspectionView; onShow: (id: string) => void }) {
  const { routing, guards } = inspection
  if (!routing) return null
  const { winner, losers, more } = routing
  return (
    <>
      <div className="flex flex-col gap-1 text-sm">
        {winner ? (
          <RouteLine
            method={winner.method}
            path={winner.path}
            lead="Answered by"
            onPress={() => onShow(winner.id)}
          />
        ) : (
          <p className="font-medium">
            No route answers {routing.method} {routing.path}
          </p>
        )}
        {winner && Object.keys(winner.parameters).length > 0 && (
          <p className="font-mono text-xs text-fg-2">
            {Object.entries(winner.parameters)
              .map(([name, value]) => `${name} = ${value}`)
              .join(', ')}
          </p>
        )}
      </div>
      {guards.length > 0 && (
        <dl aria-label="On the way" className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-xs">
          {guards.map(({ name, isSet, sentence }) => (
            <div key={name} className="contents">
              <dt className="text-fg-3">{name}</dt>
              <dd className={isSet ? 'text-fg' : 'text-fg-2'}>{sentence}</dd>
            </div>
          ))}
        </dl>
      )}
      {losers.length > 0 && (
        <section aria-label="Routes that do not answer" className="flex flex-col gap-1">
          <h2 className="text-xs font-semibold">Not answered by</h2>
          <ul className="flex flex-col gap-1">
            {losers.map((loser) => (
              <li key={`${loser.id} ${loser.reason}`} className="flex flex-col">
                <RouteLine method={loser.method} path={loser.path} onPress={() => onShow(loser.id)} />
                <span className="pl-1 text-xs text-fg-2">{loser.sentence}</span>
              </li>
            ))}
          </ul>
          {more && <p className="text-xs text-fg-3">More routes came near than are named here.</p>}
        </section>
      )}
    </>
  )
}

function RouteLine(props: { method: string; path: string; lead?: string; onPress: () => void }) {
  const { method, path, lead, onPress } = props
  return (
    <span className="flex items-center gap-2">
      {lead && <span className="shrink-0 font-medium">{lead}</span>}
      <Button variant="quiet" className="h-auto! min-h-6 min-w-0 shrink! px-1! py-0.5" onPress={onPress}>
        <MethodBadge method={method} />
        <span className="min-w-0 text-left font-mono text-xs break-all whitespace-normal text-fg">
          {path}
        </span>
      </Button>
    </span>
  )
}
