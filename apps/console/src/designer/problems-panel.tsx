import type { Diagnostic } from '@penstock/model'
import { useDefinition, useDesigner } from './designer-context.ts'
import { nodeOf } from './nodes/definitions.ts'
import { ProblemIcon } from './problem-icon.tsx'
import { showRecord } from './show-record.ts'

const shown = 300

/** What is wrong or doubtful, each with the way to it. */
export function ProblemsPanel({ problems }: { problems: readonly Diagnostic[] }) {
  const designer = useDesigner()
  const definition = useDefinition()
  if (problems.length === 0)
    return (
      <p className="p-4 text-sm text-fg-3">
        No problems. References, names and paths are checked as you edit, code and addresses once it is saved.
      </p>
    )
  const go = (id: string) => {
    showRecord(designer, id)
    designer.view.setState({ isInspectorOpen: true })
  }
  return (
    <ul className="flex flex-col p-1">
      {problems.slice(0, shown).map((problem, index) => {
        const record =
          problem.location.record === undefined ? undefined : definition.get(problem.location.record)
        return (
          <li key={`${problem.code}-${index}`}>
            <button
              type="button"
              disabled={!record}
              onClick={() => record && go(record.id)}
              className="flex w-full items-start gap-2 rounded-md px-3 py-1.5 text-left text-sm enabled:hover:bg-hover"
            >
              <ProblemIcon severity={problem.severity} />
              <span className="min-w-0 flex-1">
                {problem.message}
                {problem.suggest && <span className="text-fg-3"> {problem.suggest}</span>}
              </span>
              {record && (
                <span className="max-w-56 shrink-0 truncate text-xs text-fg-3">
                  {nodeOf(record.kind).title(record, definition)}
                </span>
              )}
            </button>
          </li>
        )
      })}
      {problems.length > shown && (
        <li className="px-3 py-1.5 text-xs text-fg-3">and {problems.length - shown} more</li>
      )}
    </ul>
  )
}
