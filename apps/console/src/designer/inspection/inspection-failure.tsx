import { problemOf } from '../../app/problem.ts'

/** A request that could not be made at all, as opposed to one that was answered with an error. */
export function InspectionFailure({ error }: { error: unknown }) {
  const problem = problemOf(error)
  return (
    <div className="flex flex-col gap-1 text-sm">
      <p className="font-medium text-danger">{problem.title}</p>
      {problem.code && <p className="font-mono text-xs text-fg-3">{problem.code}</p>}
      {problem.requestId && <p className="font-mono text-xs text-fg-3">request {problem.requestId}</p>}
    </div>
  )
}
