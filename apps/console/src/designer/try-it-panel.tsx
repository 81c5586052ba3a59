import {
  type Example,
  exampleCall,
  httpMethods,
  type Method,
  recordsOf,
  type WrittenRequest,
} from '@penstock/model'
import { Button, Select, TextField } from '@penstock/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { trpc } from '../app/trpc.ts'
import { useDesigner, useSelectedIds, useStructure } from './designer-context.ts'
import { type ExampleRequest, exampleRequest } from './edits/example-request.ts'
import { Halves } from './halves.tsx'
import { AnswerView } from './inspection/answer-view.tsx'
import { ExampleList } from './inspection/example-list.tsx'
import { InspectionFailure } from './inspection/inspection-failure.tsx'
import { carriesBody, requestInput } from './inspection/run-request.ts'
import { SaveExample } from './inspection/save-example.tsx'
import { UnsavedNote } from './inspection/unsaved-note.tsx'
import { saveFirst } from './inspection/unsaved.ts'
import { clearTrace, lightTrace, tracingOf, useTracing } from './inspection/trace-store.ts'
import { headersOfText, textOfHeaders, withBodyType } from './request-headers.ts'
import { headersProblem, pathProblem } from './request-problems.ts'

const empty: ExampleRequest = { method: 'GET', path: '/', headers: [], body: '' }

/** Sends a request to the draft's preview or to a stage, and shows who answered what, and how fast. */
export function TryItPanel() {
  const { session } = useDesigner()
  const definition = useStructure()
  const selected = useSelectedIds()
  const stage = useTracing((tracing) => tracing.stage)
  const primary = definition.get(selected.at(-1) ?? '')
  const shown = primary?.kind === 'example' ? definition.get(primary.method) : primary
  const [first] = recordsOf(definition, 'method')
  const method = shown?.kind === 'method' ? shown : first
  const example = primary?.kind === 'example' ? primary : undefined
  const choose = (next: string) => tracingOf(session).setState({ stage: next })
  return (
    <RequestForm
      key={example?.id ?? method?.id ?? ''}
      method={method}
      example={example}
      stage={stage}
      onStage={choose}
    />
  )
}

function RequestForm(props: {
  method: Method | undefined
  /** Begins with this instead of one made up. */
  example: Example | undefined
  stage: string
  onStage: (stage: string) => void
}) {
  const { method, example, stage, onStage } = props
  const { session } = useDesigner()
  const [request, setRequest] = useState<ExampleRequest>(() => {
    const { definition } = session.editor
    const kept = example && exampleCall(definition, example)
    if (kept) return { body: '', ...kept }
    return method ? exampleRequest(definition, method) : empty
  })
  const [headerText, setHeaderText] = useState(() => textOfHeaders(request.headers))
  const stages = useQuery(trpc.stages.list.queryOptions({ slug: session.slug }))
  const send = useMutation(trpc.inspect.send.mutationOptions())
  const [sent, setSent] = useState<{ request: WrittenRequest; stage: string } | null>(null)
  const deployed = new Map([
    ['preview', true],
    ...(stages.data ?? []).map(
      ({ name, version }) => [name, name === 'preview' || version !== null] as const,
    ),
  ])
  const [unsaved, setUnsaved] = useState<string | null>(null)
  // What can't be sent is said once somebody tried, and then while they mend it.
  const [wasRefused, setRefused] = useState(false)
  const problems = { path: pathProblem(request.path), headers: headersProblem(headerText) }
  const form = useRef<HTMLFormElement>(null)
  const isTyped = useRef(false)
  /** Says the type of a JSON body once, where it can be seen; whoever deletes the line wants none. */
  const changeBody = (body: string) => {
    setRequest({ ...request, body })
    const typed = isTyped.current ? headerText : withBodyType(headerText, body)
    if (typed === headerText) return
    isTyped.current = true
    setHeaderText(typed)
  }
  const submit = async () => {
    const wrong = problems.path ? 'path' : problems.headers ? 'headers' : null
    setRefused(wrong !== null)
    if (wrong) {
      form.current?.querySelector<HTMLElement>(`[data-part=${wrong}] :is(input, textarea)`)?.focus()
      return
    }
    // The preview serves the draft as it is saved: what was just typed goes first.
    const notSaved = await saveFirst(session.autosave)
    setUnsaved(stage === 'preview' ? notSaved : null)
    const { method: verb, path, body } = request
    const written = { method: verb, url: path, headers: headersOfText(headerText), body }
    send.mutate(requestInput(session, stage, written), {
      onSuccess: (inspection) => {
        setSent({ request: written, stage })
        lightTrace(session, inspection, true)
      },
      // What is lit is another request.
      onError: () => clearTrace(session),
    })
  }
  const fill = ({ method: verb, url, headers, body = '' }: WrittenRequest) => {
    setRequest({ method: verb, path: url, headers, body })
    setHeaderText(textOfHeaders(headers))
  }
  return (
    <Halves>
      <form
        ref={form}
        className="flex min-h-0 flex-col gap-2 overflow-y-auto p-3"
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <div className="flex gap-2">
          <Select
            aria-label="Method"
            className="w-26 shrink-0"
            options={httpMethods
              .filter((each) => each !== 'ANY')
              .map((each) => ({ value: each, label: each }))}
            value={httpMethods.find((each) => each === request.method) ?? 'GET'}
            onChange={(next) => setRequest({ ...request, method: next })}
          />
          <TextField
            aria-label="Path"
            data-part="path"
            className="flex-1"
            isMono
            error={wasRefused && problems.path}
            value={request.path}
            onChange={(path) => setRequest({ ...request, path: path.startsWith('/') ? path : `/${path}` })}
          />
        </div>
        <div className="flex items-center gap-2">
          <span className="text-xs text-fg-3">to</span>
          <Select
            aria-label="Where to"
            className="w-48"
            options={[...deployed].map(([name, isDeployed]) => ({
              value: name,
              label: isDeployed ? name : `${name} (not deployed)`,
            }))}
            value={stage}
            onChange={onStage}
          />
          <Button type="submit" variant="primary" isPending={send.isPending}>
            Send
          </Button>
        </div>
        <TextField
          label="Headers"
          data-part="headers"
          rows={2}
          isMono
          error={wasRefused && problems.headers}
          placeholder="accept: application/json"
          value={headerText}
          onChange={setHeaderText}
        />
        <TextField label="Body" rows={5} isMono value={request.body} onChange={changeBody} />
        <p role="status" className="-mt-1 text-xs text-fg-2 empty:hidden">
          {request.body !== '' && !carriesBody(request.method)
            ? `The body is not sent: ${request.method} carries none.`
            : null}
        </p>
        {method && <ExampleList method={method.id} stage={stage} onFill={fill} />}
      </form>
      <div className="flex min-h-0 flex-col gap-2 overflow-auto p-3" aria-live="polite">
        <UnsavedNote reason={unsaved} />
        {send.error ? (
          <InspectionFailure error={send.error} />
        ) : send.data ? (
          <AnswerView slug={session.slug} stage={sent?.stage ?? stage} inspection={send.data}>
            {sent && <SaveExample key={send.data.requestId} request={sent.request} inspection={send.data} />}
          </AnswerView>
        ) : (
          <p className="text-sm text-fg-3">
            {method
              ? 'The answer appears here: status, headers, body, time and the version that gave it.'
              : 'This API has no method yet: whatever is sent is answered that no route matches. Add one on the canvas first.'}
          </p>
        )}
      </div>
    </Halves>
  )
}
