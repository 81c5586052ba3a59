import type { RecordId } from '@penstock/model'
import type { DropPlace } from '../../canvas/index.ts'
import { type Editor, partId, partOf, recordOfPart } from '../../editor/index.ts'
import type { DesignerContext } from '../designer-context.ts'
import { nodeOf } from '../nodes/definitions.ts'
import { allItems, itemProblem, type PaletteItem, runItem, unavailable } from '../palette-items.ts'
import { type Flow, type FlowGap, flowOf } from './flow.ts'
import type { FlowStep } from './flow-step.ts'
import { callerPart } from './open-flows.ts'
import { flowSteps } from './steps.ts'

/** What a drop is looked at in. */
export interface DropContext {
  readonly session: { readonly editor: Pick<Editor, 'definition' | 'get'> }
}

/** Why an item of the palette can't be dropped somewhere, in words for who holds it; null if it can. */
export function dropProblem({ session }: DropContext, id: string, place: DropPlace): string | null {
  const { definition } = session.editor
  const item = allItems.find((each) => each.id === id)
  if (!item) return null
  const elsewhere = unavailable(definition, item)
  if (elsewhere !== null) return elsewhere
  if (place.node !== null) {
    const record = definition.get(recordOfPart(place.node))
    return record ? itemProblem(definition, item, record) : null
  }
  if (place.edge) return edgeProblem(session, item, place.edge)
  return null
}

/** Drops it: on an edge it goes to the method whose path the edge is a part of, as the step that it is there. */
export function dropItem(designer: DesignerContext, id: string, place: DropPlace): void {
  runItem(designer, id, place.node ?? (place.edge && partAt(designer.session, id, place.edge)))
}

function partAt({ editor }: Session, id: string, edge: Edge): string | null {
  const method = methodOf({ editor }, edge)
  const item = allItems.find((each) => each.id === id)
  const flow = method === null ? null : flowOf(editor.definition, method)
  const step = flow && item && stepHere(flow, item, edge)
  return method !== null && step ? partId(method, step.id) : method
}

interface Edge {
  readonly source: string
  readonly target: string
}
type Session = DropContext['session']

/** The method on whose path an edge lies. */
function methodOf({ editor }: Session, { source, target }: Edge): RecordId | null {
  // An edge of the tree leads to a method and is no part of its path; what comes back from an integration is.
  const end = partOf(target) === null ? source : target
  const record = editor.get(recordOfPart(end))
  return record && nodeOf(record.kind).uses ? record.id : null
}

function edgeProblem(session: Session, item: PaletteItem, edge: Edge): string | null {
  const { definition } = session.editor
  const method = methodOf(session, edge)
  const flow = method === null ? null : flowOf(definition, method)
  // Edges of the tree, and those of integrations to what they call, are no place of their own.
  if (!flow) return null
  const what = item.label.toLowerCase()
  const name = nodeOf(flow.place.method.kind).title(flow.place.method, definition)
  if (item.answers)
    return flow.place.integration
      ? `${name} has an answer already. Drop the ${what} on the method to answer with it instead.`
      : null
  if (item.steps === undefined)
    return `A ${what} is no step of a flow. Drop it on a node, or on the empty canvas.`
  const step = stepHere(flow, item, edge)
  const used = step ? flow.used.includes(step) : flow.used.some(({ id }) => item.steps?.includes(id))
  const holder = step ? 'step' : flow.place.method.kind
  if (used) return `${name} has this step already. Drop the ${what} on the ${holder} to use it instead.`
  const gap = gapOf(flow.gaps, edge)
  if (!gap || (step && gap.fits.includes(step))) return null
  return `The ${what} has its place elsewhere in the flow: drop it on the ${flow.place.method.kind}, and it goes there.`
}

/** Which of the steps that an item can be has its place on this way; null where none has, or where the flow is closed. */
function stepHere({ used, gaps }: Flow, { steps = [] }: PaletteItem, edge: Edge): FlowStep | null {
  const way = wayOf(edge)
  const known = [...used, ...gaps.flatMap(({ fits }) => fits)]
  return known.find((step) => step.way === way && steps.includes(step.id)) ?? null
}

/** The way that an edge of an open flow is a part of; null for the one edge of a flow that is closed. */
function wayOf({ source, target }: Edge): FlowStep['way'] | null {
  const [from, to] = [partOf(source), partOf(target)]
  if (from === null && to === null) return null
  if (from === null || to === callerPart) return 'response'
  return flowSteps.find(({ id }) => id === from)?.way ?? 'request'
}

/** The gap of an open flow that an edge is; undefined for the one edge of a flow that is closed. */
function gapOf(gaps: readonly FlowGap[], { source, target }: Edge): FlowGap | undefined {
  if (partOf(source) === null && partOf(target) === null) return undefined
  const isAt = (step: FlowGap['after'], id: string) => (step ? partOf(id) === step.id : true)
  return gaps.find((gap) => (gap.after || gap.before) && isAt(gap.after, source) && isAt(gap.before, target))
}
