import { fixOf } from '@penstock/lint'
import type { Diagnostic, Severity } from '@penstock/model'
import { type KeyboardEvent, useRef, useState, useSyncExternalStore } from 'react'
import { MissingPart } from '../../app/missing-part-view.tsx'
import { useDefinition, useDesigner, useView } from '../designer-context.ts'
import { fixProblems } from './fix-problems.ts'
import { goToProblem } from './go-to-problem.ts'
import { ProblemFilterBar } from './problem-filter-bar.tsx'
import { listedProblems, problemKey, sameProblem, severities, severityNouns } from './problem-list.ts'
import { ProblemRow } from './problem-row.tsx'
import { titleOfProblem } from './title-of-problem.ts'

/** So many are drawn; a filter shows the others. */
const shown = 200

/** What is wrong or doubtful, each with the way to it, and the answer where there is one right one. */
export function ProblemsPanel({ problems }: { problems: readonly Diagnostic[] }) {
  const designer = useDesigner()
  const definition = useDefinition()
  const filter = useView((view) => view.problemFilter)
  const last = useView((view) => view.lastProblem)
  const { session } = designer
  const hasFailed = useSyncExternalStore(session.problems.subscribe, session.problems.hasFailed)
  const [open, setOpen] = useState<string | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const listed = listedProblems(problems, filter, (problem) => titleOfProblem(problem, definition))
  const fix = (chosen: readonly Diagnostic[]) => {
    fixProblems(designer.session.editor, chosen)
    // Its line goes, and the keyboard goes on from the list.
    list.current?.focus()
  }
  return (
    <div className="flex h-full min-h-0 flex-col">
      <ProblemFilterBar problems={problems} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows go between the lines in it */}
      <div
        ref={list}
        role="region"
        aria-label="Problems"
        data-begin
        tabIndex={-1}
        onKeyDown={walk}
        className="min-h-0 flex-1 overflow-auto pb-2 outline-none"
      >
        {hasFailed ? (
          <MissingPart title="Problems could not be checked" layout="inline" />
        ) : (
          listed.length === 0 && <Nothing isFiltered={problems.length > 0} />
        )}
        {severities.map((severity) => (
          <Group
            key={severity}
            severity={severity}
            problems={listed.slice(0, shown).filter((problem) => problem.severity === severity)}
            count={listed.filter((problem) => problem.severity === severity).length}
            row={(problem, isFirst) => (
              <ProblemRow
                problem={problem}
                definition={definition}
                isCurrent={last !== null && sameProblem(problem, last)}
                isOpen={open === problemKey(problem)}
                alike={isFirst ? fixableLike(problem, listed) : []}
                onGo={() => goToProblem(designer, problem)}
                onFix={fix}
                onExplain={() => setOpen(open === problemKey(problem) ? null : problemKey(problem))}
              />
            )}
          />
        ))}
        {listed.length > shown && (
          <p className="px-4 py-2 text-xs text-fg-3">
            {listed.length - shown} more: a filter shows them, and F8 goes through all.
          </p>
        )}
      </div>
    </div>
  )
}

function Group(props: {
  severity: Severity
  problems: readonly Diagnostic[]
  count: number
  row: (problem: Diagnostic, isFirst: boolean) => React.ReactNode
}) {
  const { severity, problems, count, row } = props
  if (problems.length === 0) return null
  return (
    <section aria-label={`${count} ${severityNouns[severity]}${count === 1 ? '' : 's'}`}>
      <h2 className="sticky top-0 z-1 flex h-7 items-center gap-1.5 bg-surface px-4 text-xs font-semibold text-fg-2 capitalize">
        {severityNouns[severity]}s <span className="tabular font-normal text-fg-3">{count}</span>
      </h2>
      <ul className="flex flex-col">
        {problems.map((problem, at) => (
          <li key={`${problemKey(problem)} ${at}`}>
            {row(problem, problems[at - 1]?.code !== problem.code)}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  return (
    <p className="px-4 py-3 text-sm text-fg-3">
      {isFiltered
        ? 'No problem passes the filter.'
        : 'No problems. References, names, paths, schemas and mappings are checked as you edit, code and stage settings once it is saved.'}
    </p>
  )
}

/** Those of the same rule that one press can mend together. */
function fixableLike(problem: Diagnostic, listed: readonly Diagnostic[]): readonly Diagnostic[] {
  return fixOf(problem.code) ? listed.filter(({ code }) => code === problem.code) : []
}

/** Arrows go from line to line. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  const lines = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-problem]:not([disabled])')]
  const at = lines.findIndex((line) => line.closest('li')?.contains(document.activeElement))
  const next = lines[at < 0 ? (step === 1 ? 0 : lines.length - 1) : at + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}
