import { problemOf } from '../../app/problem.ts'
import { ErrorPageLink } from '../../app/problem-view.tsx'

/** A request that could not be made at all, as opposed to one that was answered with an error. */
export function InspectionFailure({ error }: { error: unknown }) {
  const problem = problemOf(error)
  return (
    <div className="flex flex-col gap-1 text-sm">
      <p className="font-medium text-danger">{problem.title}</p>
      {problem.code && (
        <p className="flex flex-wrap items-center gap-x-2 text-xs">
          <code className="text-fg-3">{problem.code}</code>
          <ErrorPageLink code={problem.code} />
        </p>
      )}
      {problem.requestId && <p className="font-mono text-xs text-fg-3">request {problem.requestId}</p>}
    </div>
  )
}
