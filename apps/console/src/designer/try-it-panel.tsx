import type { TriedView } from '@penstock/server'
import { httpMethods, type Method, recordsOf } from '@penstock/model'
import { Badge, Button, CopyButton, Select, TextField } from '@penstock/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { Link } from '@tanstack/react-router'
import { problemOf } from '../app/problem.ts'
import { trpc } from '../app/trpc.ts'
import { useDesigner, useSelectedIds, useStructure } from './designer-context.ts'
import { type ExampleRequest, exampleRequest } from './edits/example-request.ts'
import { headersOfText, textOfHeaders, withBodyType } from './request-headers.ts'
import { FailureCause } from './failure-cause.tsx'

const empty: ExampleRequest = { method: 'GET', path: '/', headers: [], body: '' }

/** Sends a request to the draft's preview or to a stage, and shows who answered what, and how fast. */
export function TryItPanel() {
  const definition = useStructure()
  const selected = useSelectedIds()
  const [stage, setStage] = useState('preview')
  const primary = definition.get(selected.at(-1) ?? '')
  const [first] = recordsOf(definition, 'method')
  const method = primary?.kind === 'method' ? primary : first
  return <RequestForm key={method?.id ?? ''} method={method} stage={stage} onStage={setStage} />
}

function RequestForm(props: { method: Method | undefined; stage: string; onStage: (stage: string) => void }) {
  const { method, stage, onStage } = props
  const { session } = useDesigner()
  const [request, setRequest] = useState<ExampleRequest>(() =>
    method ? exampleRequest(session.editor.definition, method) : empty,
  )
  const [headerText, setHeaderText] = useState(() => textOfHeaders(request.headers))
  const stages = useQuery(trpc.stages.list.queryOptions({ slug: session.slug }))
  const send = useMutation(trpc.tryIt.send.mutationOptions())
  const names = new Set(['preview', ...(stages.data ?? []).map((each) => each.name)])
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
    // The preview serves the draft as it is saved: what was just typed goes first.
    await session.autosave.flush()
    const { path, body } = request
    const headers = headersOfText(headerText)
    const hasBody = body !== '' && request.method !== 'GET' && request.method !== 'HEAD'
    send.mutate({
      slug: session.slug,
      stage,
      method: request.method,
      path,
      headers,
      ...(hasBody ? { body } : {}),
    })
  }
  return (
    <div className="grid h-full grid-cols-2 divide-x divide-line">
      <form
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
            className="flex-1"
            isMono
            value={request.path}
            onChange={(path) => setRequest({ ...request, path: path.startsWith('/') ? path : `/${path}` })}
          />
        </div>
        <div className="flex items-center gap-2">
          <span className="text-xs text-fg-3">to</span>
          <Select
            aria-label="Where to"
            className="w-32"
            options={[...names].map((name) => ({ value: name, label: name }))}
            value={stage}
            onChange={onStage}
          />
          <Button type="submit" variant="primary" isPending={send.isPending}>
            Send
          </Button>
        </div>
        <TextField
          label="Headers"
          rows={2}
          isMono
          placeholder="accept: application/json"
          value={headerText}
          onChange={setHeaderText}
        />
        <TextField label="Body" rows={5} isMono value={request.body} onChange={changeBody} />
      </form>
      <div className="min-h-0 overflow-auto p-3" aria-live="polite">
        {send.error ? (
          <Failure error={send.error} />
        ) : send.data ? (
          <Answer slug={session.slug} answer={send.data} />
        ) : (
          <p className="text-sm text-fg-3">
            The answer appears here: status, headers, body, time and the version that gave it.
          </p>
        )}
      </div>
    </div>
  )
}

function Failure({ error }: { error: unknown }) {
  const problem = problemOf(error)
  return (
    <div className="flex flex-col gap-1 text-sm">
      <p className="font-medium text-danger">{problem.title}</p>
      {problem.code && <p className="font-mono text-xs text-fg-3">{problem.code}</p>}
      {problem.requestId && <p className="font-mono text-xs text-fg-3">request {problem.requestId}</p>}
    </div>
  )
}

function Answer({ slug, answer }: { slug: string; answer: TriedView }) {
  const tone = answer.status < 300 ? 'ok' : answer.status < 500 ? 'warning' : 'danger'
  return (
    <div className="flex flex-col gap-2">
      <div className="tabular flex flex-wrap items-center gap-2 text-xs text-fg-2">
        <Badge tone={tone}>{answer.status}</Badge>
        <span>{Math.round(answer.durationMs)} ms</span>
        <span>{answer.version === null ? 'answered by the preview' : `answered by v${answer.version}`}</span>
        {answer.requestId && (
          <span className="flex items-center gap-1 font-mono">
            <Link
              to="/apis/$slug/traffic"
              params={{ slug }}
              search={{ q: answer.requestId, request: answer.requestId }}
              className="underline underline-offset-2 hover:text-fg"
            >
              {answer.requestId}
            </Link>
            <CopyButton text={answer.requestId} label="Copy the request id" />
          </span>
        )}
      </div>
      {answer.status >= 400 && answer.requestId && <FailureCause slug={slug} requestId={answer.requestId} />}
      <pre className="overflow-x-auto rounded-md bg-sunken p-2 text-xs whitespace-pre-wrap">
        {answer.bodyEncoding === 'base64'
          ? `${answer.body.length} characters of base64`
          : pretty(answer.body)}
      </pre>
      <details>
        <summary className="text-xs text-fg-2">{answer.headers.length} headers</summary>
        <dl className="mt-1 font-mono text-xs">
          {answer.headers.map(([name, value], index) => (
            <div key={index} className="flex gap-2">
              <dt className="text-fg-3">{name}</dt>
              <dd className="min-w-0 break-all">{value}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  )
}

function pretty(body: string): string {
  if (!/^\s*[[{]/.test(body)) return body
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch (error) {
    if (error instanceof SyntaxError) return body
    throw error
  }
}
