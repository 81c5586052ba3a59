import type { ApiRecord, Definition } from '@penstock/model'
import { recordOfPart } from '../editor/index.ts'
import type { DesignerContext } from './designer-context.ts'
import { connect, connectionProblem, isConnected, kindsFrom } from './edits/connect.ts'
import { nodeOf } from './nodes/definitions.ts'
import { allItems, itemProblem, runItem, unavailable } from './palette-items.ts'
import type { PickerEntry } from './picker-state.ts'
import { showRecord } from './show-record.ts'
import { chooseStep, missingSteps } from './steps/insert-step.ts'

/** Whether an edge can begin at a node: it may lead to another, or something can be made at its end. */
export function canConnectFrom(definition: Definition, id: string): boolean {
  const record = definition.get(recordOfPart(id))
  if (!record) return false
  return kindsFrom(record, id).length > 0 || (id === record.id && nodeOf(record.kind).takes.length > 0)
}

/** Offers what an edge from a node may lead to: what there is, and what can be made. Choosing connects it, in one undo. */
export function pickConnection(
  designer: DesignerContext,
  source: string,
  at: { x: number; y: number },
): void {
  const { editor } = designer.session
  const record = editor.get(recordOfPart(source))
  if (!record) return
  const title = `Connect ${nodeOf(record.kind).title(record, editor.definition)} to`
  designer.view.setState({
    picker: {
      at,
      title,
      entries: [...existing(designer, source), ...makeable(designer, source)],
      empty: 'It leads nowhere else.',
    },
  })
}

function existing({ session, ...rest }: DesignerContext, source: string): PickerEntry[] {
  const { editor } = session
  const { definition } = editor
  const from = definition.get(recordOfPart(source))
  const kinds = new Set(from ? kindsFrom(from, source) : [])
  const entries: PickerEntry[] = []
  for (const record of definition.values()) {
    if (!kinds.has(record.kind) || record.id === source) continue
    if (connectionProblem(definition, source, record.id) !== null) continue
    if (isConnected(definition, source, record)) continue
    const node = nodeOf(record.kind)
    entries.push({
      id: record.id,
      group: `Connect to ${node.noun}`,
      label: node.title(record, definition),
      detail: node.detail(record, definition),
      glyph: node.glyph,
      run: () => {
        editor.run('Connect', (transaction) => connect(transaction, source, record.id))
        showRecord({ session, ...rest }, recordOfPart(source))
      },
    })
  }
  // In the order in which the kind names them: what answers a method before who may call it.
  const groups = [...kinds].map((kind) => `Connect to ${nodeOf(kind).noun}`)
  return entries.sort(
    (a, b) => groups.indexOf(a.group) - groups.indexOf(b.group) || (a.label < b.label ? -1 : 1),
  )
}

function makeable(designer: DesignerContext, source: string): PickerEntry[] {
  const { definition } = designer.session.editor
  const id = recordOfPart(source)
  const record = definition.get(id)
  if (!record) return []
  if (id !== source) return newForStep(designer, record, source)
  const made = nodeOf(record.kind).takes.flatMap((take) => {
    const item = allItems.find((each) => each.id === take)
    if (!item || unavailable(definition, item) !== null || itemProblem(definition, item, record) !== null)
      return []
    const { label, description: detail, glyph } = item
    return [{ id: `new-${take}`, group: 'Add', label, detail, glyph, run: () => runItem(designer, take, id) }]
  })
  const steps = missingSteps(designer, id)
  // Those that the method leads to by itself are among what can be added already.
  const kinds = kindsFrom(record, source)
  const own = steps.filter(({ connects }) => !connects || !kinds.includes(connects.kind))
  return [
    ...made,
    ...own.map((step) => ({
      id: `step-${step.id}`,
      group: 'Insert a step',
      label: step.noun,
      detail: step.description,
      glyph: step.glyph,
      run: () => chooseStep(designer, id, step),
    })),
  ]
}

/** What a step leads to can be made at its end. */
function newForStep(designer: DesignerContext, record: ApiRecord, source: string): PickerEntry[] {
  const made = kindsFrom(record, source).map((kind) => nodeOf(kind).madeBy)
  return allItems
    .filter(({ id }) => made.includes(id))
    .map(({ id, label, description: detail, glyph }) => ({
      id: `new-${id}`,
      group: 'Add',
      label: `New ${label.toLowerCase()}`,
      detail,
      glyph,
      run: () => runItem(designer, id, source),
    }))
}
