import { ErrorState } from '@penstock/ui'
import type { ReactNode } from 'react'
import { PortalProblem } from '../app/portal-problem.ts'

export interface ProblemNoteProps {
  error: Error
  layout?: 'page' | 'inline'
  action?: ReactNode
}

/** What went wrong, where it is explained, and the id to quote. */
export function ProblemNote({ error, layout = 'inline', action }: ProblemNoteProps) {
  const problem = error instanceof PortalProblem ? error : null
  return (
    <ErrorState
      title={error.message}
      layout={layout}
      {...(problem?.code ? { code: problem.code, help: <HelpLink code={problem.code} /> } : {})}
      {...(problem?.requestId ? { requestId: problem.requestId } : {})}
      action={action}
    />
  )
}

function HelpLink({ code }: { code: string }) {
  return (
    <a
      href={`/docs/errors/${code}`}
      target="_blank"
      rel="noopener noreferrer"
      className="text-accent-fg underline underline-offset-2"
    >
      What to do
    </a>
  )
}
