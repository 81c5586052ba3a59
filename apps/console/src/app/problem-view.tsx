import { Button, ErrorState } from '@penstock/ui'
import { problemOf } from './problem.ts'

export interface ProblemViewProps {
  error: unknown
  /** What was being done, as a heading: "The plan could not be made". */
  title?: string
  onRetry?: () => void
  layout?: 'page' | 'inline'
  className?: string
}

/** A failed call in words, with its code and its request id to copy. */
export function ProblemView({ error, title, onRetry, layout, className }: ProblemViewProps) {
  const problem = problemOf(error)
  return (
    <ErrorState
      title={title ?? problem.title}
      {...(problem.code ? { code: problem.code, help: <ErrorPageLink code={problem.code} /> } : {})}
      {...(problem.requestId ? { requestId: problem.requestId } : {})}
      {...(layout ? { layout } : {})}
      {...(className ? { className } : {})}
      {...(onRetry ? { action: <Button onPress={onRetry}>Try again</Button> } : {})}
    >
      {title ? problem.title : null}
    </ErrorState>
  )
}

/** Leads to the page that explains an error code. */
export function ErrorPageLink({ code }: { code: string }) {
  return (
    <a
      href={`/docs/errors/${code}`}
      target="_blank"
      rel="noreferrer"
      className="text-accent-fg underline underline-offset-2"
    >
      What this means
    </a>
  )
}
