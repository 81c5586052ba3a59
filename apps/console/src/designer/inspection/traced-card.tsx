import { useContext, useMemo } from 'react'
import type { PlacedNode } from '../../layout/index.ts'
import { CardContextProvider, RecordCard } from '../record-card.tsx'
import { TraceMark, useIsOffTrace } from './trace-mark.tsx'

/** The card of a record, which steps back while a request is traced that did not come by, and tells what it did here. */
export function TracedCard(node: { placed: PlacedNode; isSelected: boolean }) {
  const cards = useContext(CardContextProvider)
  const isOff = useIsOffTrace(node.placed.id)
  const own = useMemo(() => (cards && isOff ? { ...cards, isFaint: () => true } : cards), [cards, isOff])
  return (
    <CardContextProvider value={own}>
      <RecordCard {...node} />
      <TraceMark id={node.placed.id} />
    </CardContextProvider>
  )
}
