import type { Diagnostic } from '@penstock/model'
import type { DesignerContext } from '../designer-context.ts'
import { showRecord } from '../show-record.ts'

/** Selects what a problem is about, brings it into sight and opens the field that it names. */
export function goToProblem(designer: DesignerContext, problem: Diagnostic): void {
  const { record, path } = problem.location
  designer.view.setState({ lastProblem: problem })
  if (record === undefined || !designer.session.editor.get(record)) return
  showRecord(designer, record)
  designer.view.setState({ isInspectorOpen: true, wantsField: path ?? [] })
}
