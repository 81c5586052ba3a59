import type { InspectionView } from '@penstock/server'
import { Badge, CopyButton } from '@penstock/ui'
import type { ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { ErrorPageLink } from '../../app/problem-view.tsx'
import { BodyView, HeaderList } from './message-view.tsx'
import { PhaseList } from './phase-list.tsx'

/**
 * What a request that was sent was answered: status, time, version, the cause of a failure, the body, and phase by
 * phase how. What can be done with it stands under the first line.
 */
export function AnswerView(props: {
  slug: string
  /** Where it was sent to. */
  stage: string
  inspection: InspectionView
  children?: ReactNode
}) {
  const { slug, stage, inspection, children } = props
  const { answer, error, requestId, durationMs, version } = inspection
  const tone = !answer || answer.status >= 500 ? 'danger' : answer.status < 300 ? 'ok' : 'warning'
  return (
    <div className="flex flex-col gap-2">
      <div className="tabular flex flex-wrap items-center gap-2 text-xs text-fg-2">
        <Badge tone={tone}>{answer?.status ?? 'no answer'}</Badge>
        <span>{Math.round(durationMs)} ms</span>
        <span>
          {version !== null
            ? `answered by v${version}`
            : stage === 'preview'
              ? 'answered by the preview'
              : `${stage} serves nothing yet: deploy to it first`}
        </span>
        <span className="flex items-center gap-1 font-mono">
          <Link
            to="/apis/$slug/traffic"
            params={{ slug }}
            search={{ q: requestId, request: requestId }}
            className="underline underline-offset-2 hover:text-fg"
          >
            {requestId}
          </Link>
          <CopyButton text={requestId} label="Copy the request id" />
        </span>
      </div>
      {children}
      {error && (
        <p className="rounded-md border border-line bg-sunken px-2 py-1.5 text-sm break-words text-fg">
          {error.cause} <code className="text-xs whitespace-nowrap text-danger">{error.code}</code>{' '}
          <ErrorPageLink code={error.code} />
        </p>
      )}
      {answer && !answer.body?.bytes && <p className="text-xs text-fg-2">The answer has no body.</p>}
      {answer?.body && answer.body.bytes > 0 && (
        <BodyView body={answer.body} label="body of the answer" type={typeOf(answer.headers)} />
      )}
      {answer && (
        <details>
          <summary className="text-xs text-fg-2">{answer.headers.length} headers</summary>
          <HeaderList headers={answer.headers} />
        </details>
      )}
      <PhaseList inspection={inspection} />
    </div>
  )
}

function typeOf(headers: readonly (readonly [string, string])[]): string | undefined {
  return headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1]
}
