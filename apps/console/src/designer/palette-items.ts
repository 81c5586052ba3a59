import type { ApiRecord, Definition, RecordId, RecordKind } from '@penstock/model'
import {
  CloudCog,
  FolderTree,
  type LucideIcon,
  MessagesSquare,
  Server,
  SquareFunction,
  TestTubeDiagonal,
  Zap,
} from 'lucide-react'
import { type EditorTransaction, partOf, recordOfPart } from '../editor/index.ts'
import type { DesignerContext } from './designer-context.ts'
import { addCloudService } from './edits/add-cloud-service.ts'
import { addRoute } from './nodes/route/add-route.ts'
import { addFunction, addHttpUpstream, addMethod, addMock, addResource } from './edits/add-records.ts'
import { nodeKinds, nodeOf } from './nodes/definitions.ts'
import type { NodeCreation } from './nodes/node-definition.ts'
import { showRecord } from './show-record.ts'
import { apiOf, placeOf } from './steps/flow-place.ts'
import { type FlowPlace, isMethodPlace, isRoutePlace, isStepOffered } from './steps/flow-step.ts'
import { flowSteps } from './steps/steps.ts'

/** Something that can be put on the canvas. */
export interface PaletteItem {
  readonly id: string
  readonly label: string
  readonly description: string
  readonly glyph: LucideIcon
  /** Kinds of records that it can be put on, besides the empty canvas. */
  readonly onto: readonly RecordKind[]
  /** Which APIs have a use for it: those of requests, or those of messages; absent where all have. */
  readonly isFor?: 'requests' | 'messages'
  /** It brings what answers a method. */
  readonly answers?: true
  /** The steps that it can be in the flow of a method. */
  readonly steps?: readonly string[]
  /** Adds it at a record (or beside all) and answers the record to select. */
  add(transaction: EditorTransaction, at: RecordId | null): RecordId
  /** Adds it as this step of the flow of a method; absent where it is none. */
  addAs?(transaction: EditorTransaction, method: RecordId, step: string): RecordId
}

export interface PaletteGroup {
  readonly label: string
  readonly items: readonly PaletteItem[]
}

const paths: readonly PaletteItem[] = [
  {
    id: 'resource',
    label: 'Resource',
    description: 'A part of a path',
    glyph: FolderTree,
    onto: ['api', 'resource', 'method'],
    isFor: 'requests',
    add: addResource,
  },
  {
    id: 'method',
    label: 'Method',
    description: 'A verb of a path',
    glyph: Zap,
    onto: ['api', 'resource', 'method'],
    isFor: 'requests',
    add: addMethod,
  },
  {
    id: 'route',
    label: 'WebSocket route',
    description: 'What messages of one kind do',
    glyph: MessagesSquare,
    onto: ['api', 'route'],
    isFor: 'messages',
    add: addRoute,
  },
]

const answers: readonly PaletteItem[] = [
  {
    id: 'mock',
    label: 'Mock',
    description: 'Answers with a template',
    glyph: TestTubeDiagonal,
    onto: ['method', 'route'],
    answers: true,
    add: addMock,
  },
  {
    id: 'upstream',
    label: 'HTTP service',
    description: 'Passes requests to an upstream',
    glyph: Server,
    onto: ['method', 'route', 'integration'],
    answers: true,
    add: addHttpUpstream,
  },
  {
    id: 'function',
    label: 'Function',
    description: 'JavaScript that answers',
    glyph: SquareFunction,
    onto: ['method', 'route', 'integration'],
    answers: true,
    add: addFunction,
  },
  {
    id: 'cloud',
    label: 'Cloud service',
    description: 'Calls an action of an Amazon service',
    glyph: CloudCog,
    onto: ['method'],
    isFor: 'requests',
    answers: true,
    add: addCloudService,
  },
]

/** What is made beside the tree: each kind says how, and whether a method takes it. */
const shared: readonly PaletteItem[] = nodeKinds.flatMap(({ kind, noun, glyph, creation }) => {
  if (!creation) return []
  const { description, steps } = creation
  return [
    {
      id: kind,
      label: noun.charAt(0).toUpperCase() + noun.slice(1),
      description,
      glyph,
      onto: [
        ...(creation.attach ? (['method'] as const) : []),
        ...(creation.attachToRoute ? (['route'] as const) : []),
      ],
      ...(creation.isForMethods ? { isFor: 'requests' as const } : {}),
      ...(steps === undefined ? {} : { steps }),
      add: (transaction: EditorTransaction, at: RecordId | null) => {
        const added = creation.add(transaction)
        const place = at === null ? null : placeOf(transaction.all(), at)
        if (place) attach(creation, transaction, added, place)
        return added
      },
      addAs: (transaction: EditorTransaction, at: RecordId, part: string) => {
        const added = creation.add(transaction)
        const place = placeOf(transaction.all(), at)
        const record = transaction.get(added)
        const step = flowSteps.find(({ id, connects }) => id === part && connects?.kind === kind)
        if (place && record && step) step.connects?.apply(transaction, place, record)
        else if (place) attach(creation, transaction, added, place)
        return added
      },
    },
  ]
})

/** What was made is taken by the method or the route that it was put on. */
function attach(
  creation: NodeCreation,
  transaction: EditorTransaction,
  added: RecordId,
  place: FlowPlace,
): void {
  if (isMethodPlace(place)) creation.attach?.(transaction, added, place)
  else if (isRoutePlace(place)) creation.attachToRoute?.(transaction, added, place)
}

/** What can be dragged onto the canvas. */
export const paletteGroups: readonly PaletteGroup[] = [
  { label: 'Paths', items: paths },
  { label: 'What answers', items: answers },
  {
    label: 'What methods share',
    items: shared
      .filter(({ onto }) => onto.length > 0)
      .sort((a, b) => Number(b.steps?.length === 1) - Number(a.steps?.length === 1)),
  },
]

/** What belongs to the API and to no place on the canvas. */
export const besideItems: readonly PaletteItem[] = shared.filter(({ onto }) => onto.length === 0)

export const allItems: readonly PaletteItem[] = [...paths, ...answers, ...shared]

/** Why an API has no use for an item, or null. */
export function unavailable(definition: Definition, { isFor, label }: PaletteItem): string | null {
  const isSocket = apiOf(definition)?.type === 'WEBSOCKET'
  if (isFor === undefined || isSocket === (isFor === 'messages')) return null
  return isSocket
    ? `A WebSocket API has routes for its messages, and no use for a ${label.toLowerCase()}.`
    : 'Only WebSocket APIs have routes for messages. What an API is, is chosen when it is made.'
}

/** Why an item can't be put on a record, or null. */
export function itemProblem(definition: Definition, item: PaletteItem, at: ApiRecord): string | null {
  if (item.onto.includes(at.kind)) return stepProblem(definition, item, at)
  const kinds = item.onto.map((kind) => nodeOf(kind).noun)
  const places = [kinds.slice(0, -1).join(', '), kinds.at(-1)].filter(Boolean).join(' or ')
  const what = item.label.toLowerCase()
  const name = nodeOf(at.kind).title(at, definition)
  return places === ''
    ? `A ${what} belongs to the API: drop it on the empty canvas.`
    : `${name} takes no ${what}. Drop it on a ${places}, or on the empty canvas.`.replace('a API', 'an API')
}

/** Why what is only a step has no place in the flow of a record, or null. */
function stepProblem(definition: Definition, { steps, label }: PaletteItem, at: ApiRecord): string | null {
  const place = steps ? placeOf(definition, at.id) : null
  if (!place) return null
  const has = flowSteps.some(
    (step) => steps?.includes(step.id) && (step.isUsed(place) || isStepOffered(step, place)),
  )
  return has || isMethodPlace(place)
    ? null
    : `Who may call is decided once, when a connection opens: only $connect takes an ${label.toLowerCase()}.`
}

/**
 * Adds a palette item, shows and selects what was added, and brings its name up for editing. What uses it from the start
 * is written in the same step. What it is put at is a record or a step of one.
 */
export function runItem(
  designer: DesignerContext,
  id: string,
  at: RecordId | null,
  use?: (transaction: EditorTransaction, added: RecordId) => void,
): void {
  const { session, view } = designer
  const item = allItems.find((candidate) => candidate.id === id)
  if (!item || unavailable(session.editor.definition, item) !== null) return
  // Where it has no place it is added beside all, instead of looking as if it were used.
  const target = at === null ? undefined : session.editor.get(recordOfPart(at))
  if (target && stepProblem(session.editor.definition, item, target) !== null) at = null
  let added: RecordId | null = null
  session.editor.run(`Add ${item.label.toLowerCase()}`, (transaction) => {
    const record = at === null ? null : recordOfPart(at)
    const step = at === null ? null : partOf(at)
    const isStep = record !== null && step !== null
    added = (isStep && item.addAs?.(transaction, record, step)) || item.add(transaction, record)
    use?.(transaction, added)
  })
  if (added === null) return
  const method = item.steps === undefined || at === null ? null : recordOfPart(at)
  if (method !== null && placeOf(session.editor.definition, method)) session.graph.toggle(method, true)
  showRecord(designer, added)
  view.setState({ isInspectorOpen: true, addingTo: null, wantsRename: added, justAdded: added })
}
