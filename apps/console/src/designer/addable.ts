import type { LucideIcon } from 'lucide-react'
import { recordOfPart } from '../editor/index.ts'
import type { DesignerContext } from './designer-context.ts'
import { nodeOf } from './nodes/definitions.ts'
import { allItems, itemProblem, runItem, unavailable } from './palette-items.ts'
import { chooseStep, missingSteps } from './steps/insert-step.ts'

interface Addable {
  readonly id: string
  readonly label: string
  readonly description: string
  readonly glyph: LucideIcon
  readonly run: () => void
}

/** What can be added to a node, or to the API where there is none; with `answers`, only what can answer it. */
export function addable(
  designer: DesignerContext,
  { id, answers = false }: { readonly id: string | null; readonly answers?: boolean },
): Addable[] {
  const { definition } = designer.session.editor
  const record = id === null ? undefined : definition.get(recordOfPart(id))
  const steps = record && !answers ? missingSteps(designer, record.id) : []
  const missing = new Set(steps.map(({ id }) => id))
  const takes = record ? nodeOf(record.kind).takes : allItems.map((item) => item.id)
  const items = takes
    .flatMap((name) => allItems.find((item) => item.id === name) ?? [])
    .filter(
      (item) =>
        (!answers || item.answers) &&
        // A step that is missing offers a new one of them beside those that there are: once is enough.
        !item.steps?.some((step) => missing.has(step)) &&
        unavailable(definition, item) === null &&
        (!record || itemProblem(definition, item, record) === null),
    )
    .map((item) => ({ ...item, run: () => runItem(designer, item.id, record?.id ?? null) }))
  return [
    ...items,
    ...steps.map((step) => ({
      id: `step-${step.id}`,
      label: step.noun,
      description: step.description,
      glyph: step.glyph,
      run: () => record && chooseStep(designer, record.id, step),
    })),
  ]
}
