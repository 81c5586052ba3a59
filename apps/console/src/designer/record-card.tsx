import type { RecordId } from '@penstock/model'
import { createContext, createElement, useContext, useSyncExternalStore } from 'react'
import { PeopleAtNode } from '../features/presence/people-at.tsx'
import type { PlacedNode } from '../layout/index.ts'
import type { RecordChange } from './changes.ts'
import { ConflictAtNode } from './conflict/conflict-at.tsx'
import { nodeOf } from './nodes/definitions.ts'
import { nodeViews } from './nodes/views.ts'
import { NoteMark } from './note-mark.tsx'
import type { Notes } from './notes-of-nodes.ts'
import type { ProblemMark } from './problems/problem-marks.ts'
import { RenameOnCard } from './rename/rename-on-card.tsx'
import type { RecordSource } from './record-source.ts'
import { StepCard } from './steps/step-card.tsx'
import { TagCard } from './tag-card.tsx'
import { TouchedMark, type TouchedMarkProps, TouchesMark } from './touched-mark.tsx'
import { tagOfGroup } from './tags.ts'

/** What cards are drawn from, besides their place. */
export interface CardContext {
  readonly source: RecordSource
  readonly changeOf: (id: RecordId) => RecordChange | null
  /** How many of the operations in a branch are only drawn as what they were. */
  readonly goneIn: (id: string) => number
  readonly problemOf: (id: RecordId) => ProblemMark | null
  readonly isFaint: (id: RecordId) => boolean
  readonly onToggle: (id: RecordId, isOpen: boolean) => void
  /** How many routes the change of a shared record touches. */
  readonly routesOf: (id: RecordId) => number
  /** What touches a route, or how many routes of a closed group are touched; null if nothing is. */
  readonly touchedAt: (id: RecordId) => Touched | null
  /** Drawn node → what people said of it, and of what is closed in it; absent where nobody says anything. */
  readonly notes?: Notes | undefined
  readonly onNotes?: ((notes: readonly string[]) => void) | undefined
}

export type Touched = Pick<TouchedMarkProps, 'by' | 'more' | 'count'>

export const CardContextProvider = createContext<CardContext | null>(null)

const separator = '\u0000'

/** The card of whatever stands at this place: a record, the group of a tag, or a step of an open flow. */
export function RecordCard(node: { placed: PlacedNode; isSelected: boolean }) {
  const cards = useContext(CardContextProvider)
  if (!cards) throw new Error('Cards are drawn inside a CardContextProvider.')
  if (node.placed.role === 'step') return <StepCard {...node} source={cards.source} />
  if (tagOfGroup(node.placed.id) !== null)
    return (
      <>
        <TagCard {...node} placed={counted(node.placed, cards)} cards={cards} />
        <TouchedGroup id={node.placed.id} cards={cards} />
        <ConflictAtNode id={node.placed.id} />
      </>
    )
  return <OfRecord {...node} cards={cards} />
}

/** With the operations that are there. */
function counted(placed: PlacedNode, { goneIn }: CardContext): PlacedNode {
  const gone = goneIn(placed.id)
  return gone === 0 ? placed : { ...placed, leaves: placed.leaves - gone }
}

function TouchedGroup({ id, cards }: { id: string; cards: CardContext }) {
  const touched = cards.touchedAt(id)
  return touched && <TouchedMark {...touched} isBeside={cards.changeOf(id) !== null} />
}

/** Drawn again only when its texts change. */
function OfRecord(props: { placed: PlacedNode; isSelected: boolean; cards: CardContext }) {
  const { placed, isSelected, cards } = props
  const text = useSyncExternalStore(cards.source.subscribe, () => textOf(cards.source, placed.id))
  const [kind, title = '', detail = '', method] = text.split(separator)
  const record = cards.source.get(placed.id)
  const said = cards.notes?.get(placed.id)
  const View = record && nodeViews[record.kind]
  if (!kind || !View) return null
  const change = cards.changeOf(placed.id)
  const routes = cards.routesOf(placed.id)
  const touched = cards.touchedAt(placed.id)
  const card = createElement(View, {
    placed: counted(placed, cards),
    title,
    detail,
    method: method || null,
    uses: nodeOf(record.kind).uses?.(record, cards.source.definition()) ?? [],
    isSelected,
    change,
    problem: cards.problemOf(placed.id),
    isFaint: cards.isFaint(placed.id),
    onToggle: (isOpen: boolean) => cards.onToggle(placed.id, isOpen),
  })
  return (
    <RenameOnCard id={placed.id}>
      {card}
      {routes > 0 && <TouchesMark routes={routes} />}
      {touched && <TouchedMark {...touched} isBeside={change !== null} />}
      <PeopleAtNode id={placed.id} />
      <ConflictAtNode id={placed.id} />
      {said && <NoteMark count={said.length} onOpen={() => cards.onNotes?.(said)} />}
    </RenameOnCard>
  )
}

function textOf(source: RecordSource, id: RecordId): string {
  const record = source.get(id)
  if (!record) return ''
  const node = nodeOf(record.kind)
  const definition = source.definition()
  const title = node.title(record, definition)
  const detail = node.detail(record, definition)
  const uses = node.uses?.(record, definition).map(({ step, state }) => `${step.id} ${state?.words ?? ''}`)
  return [record.kind, title, detail, node.method?.(record) ?? '', uses?.join() ?? ''].join(separator)
}
