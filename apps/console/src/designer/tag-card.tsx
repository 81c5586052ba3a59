import { Tag } from 'lucide-react'
import type { PlacedNode } from '../layout/index.ts'
import { BranchToggle } from './nodes/branch-toggle.tsx'
import { NodeCard } from './nodes/node-card.tsx'
import type { CardContext } from './record-card.tsx'
import { tagOfGroup, tagTitle } from './tags.ts'

/** The operations of a tag as one card: no record, but a group that opens and closes. */
export function TagCard(props: { placed: PlacedNode; isSelected: boolean; cards: CardContext }) {
  const { placed, isSelected, cards } = props
  const title = tagTitle(tagOfGroup(placed.id) ?? '')
  return (
    <NodeCard
      title={title}
      detail=""
      badge={<Tag aria-hidden className="size-3.5 text-fg-3" />}
      isSelected={isSelected}
      change={cards.changeOf(placed.id)}
      problem={cards.problemOf(placed.id)}
      isFaint={cards.isFaint(placed.id)}
    >
      <BranchToggle placed={placed} title={title} onToggle={(isOpen) => cards.onToggle(placed.id, isOpen)} />
    </NodeCard>
  )
}
