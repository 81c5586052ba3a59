import type { DesignerContext } from '../designer/designer-context.ts'
import { goToProblem } from '../designer/problems/go-to-problem.ts'
import { listedProblems, nextProblem } from '../designer/problems/problem-list.ts'
import { titleOfProblem } from '../designer/problems/title-of-problem.ts'
import type { DesignerCommand } from './designer-command.ts'

/** From one problem to the other, in the order of the list and through its filter. */
export const walkProblems: readonly DesignerCommand[] = [
  {
    id: 'next-problem',
    label: 'Next problem',
    shortcut: 'F8',
    enabled: hasProblems,
    run: (context) => step(context, 1),
  },
  {
    id: 'previous-problem',
    label: 'Previous problem',
    shortcut: 'shift+F8',
    enabled: hasProblems,
    run: (context) => step(context, -1),
  },
]

function hasProblems({ session }: DesignerContext): boolean {
  return session.problems.problems().length > 0
}

function step(context: DesignerContext, by: 1 | -1): void {
  const { session, view } = context
  const { problemFilter, lastProblem } = view.getState()
  const { definition } = session.editor
  const listed = listedProblems(session.problems.problems(), problemFilter, (problem) =>
    titleOfProblem(problem, definition),
  ).filter(({ location }) => location.record !== undefined && definition.has(location.record))
  const problem = nextProblem(listed, lastProblem, by)
  if (!problem) return
  goToProblem(context, problem)
}
