import type { ChangeAction } from '@penstock/ui'
import type { PlacedNode } from '../../layout/index.ts'

/** What a kind's card is given. Texts are already made by the kind's definition. */
export interface NodeViewProps {
  readonly placed: PlacedNode
  readonly title: string
  readonly detail: string
  readonly method: string | null
  readonly isSelected: boolean
  readonly change: ChangeAction | null
  readonly problem: 'error' | 'warning' | null
  readonly isFaint: boolean
  readonly onToggle: (isOpen: boolean) => void
}
