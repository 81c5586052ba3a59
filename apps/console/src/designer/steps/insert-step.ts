import type { RecordId } from '@penstock/model'
import { partId } from '../../editor/index.ts'
import type { DesignerContext } from '../designer-context.ts'
import type { PickerEntry } from '../picker-state.ts'
import { showRecord } from '../show-record.ts'
import { flowOf } from './flow.ts'
import type { FlowStep, StepChoice } from './flow-step.ts'

/** Inserts a step, opens the flow and selects it: one undo. */
export function insertStep(
  designer: DesignerContext,
  method: RecordId,
  step: FlowStep,
  choice: StepChoice,
): void {
  const { session, view } = designer
  session.editor.run(`Insert ${step.noun.toLowerCase()}`, (transaction) => choice.insert(transaction))
  session.graph.toggle(method, true)
  showRecord(designer, partId(method, step.id))
  view.setState({ isInspectorOpen: true })
}

/** What a picker offers for these steps of a method. */
export function stepEntries(
  designer: DesignerContext,
  method: RecordId,
  steps: readonly FlowStep[],
): PickerEntry[] {
  const flow = flowOf(designer.session.editor.definition, method)
  if (!flow) return []
  return steps.flatMap((step) => {
    const choices = step.choices(flow.place)
    // A long list would hide the other steps: it is asked for by itself.
    if (steps.length > 1 && choices.length > mostBesideOthers)
      return [
        {
          id: step.id,
          group: step.noun,
          label: step.noun,
          detail: step.description,
          glyph: step.glyph,
          run: () => chooseStep(designer, method, step),
        },
      ]
    return choices.map((choice) => ({
      id: `${step.id}-${choice.id}`,
      group: step.noun,
      label: choice.label,
      detail: choice.detail,
      glyph: step.glyph,
      run: () => insertStep(designer, method, step, choice),
    }))
  })
}

const mostBesideOthers = 12

/** Steps that a method does not use and that its flow has a place for. */
export function missingSteps(designer: DesignerContext, method: RecordId): readonly FlowStep[] {
  return flowOf(designer.session.editor.definition, method)?.gaps.flatMap((gap) => gap.fits) ?? []
}

/** Inserts a step, asking first where there is more than one way to. */
export function chooseStep(designer: DesignerContext, method: RecordId, step: FlowStep): void {
  const { session, view, canvas } = designer
  view.setState({ addingTo: null })
  const entries = stepEntries(designer, method, [step])
  const [only] = entries
  if (entries.length === 1 && only) {
    only.run()
    return
  }
  const node = session.graph.nodeFor(method)
  const place = node === null ? null : canvas.current?.placeOf(node)
  view.setState({
    picker: {
      at: place ?? { x: window.innerWidth / 2 - 144, y: window.innerHeight / 4 },
      title: `Insert ${step.noun.toLowerCase()}`,
      entries,
      empty: 'Nothing can go here.',
    },
  })
}
