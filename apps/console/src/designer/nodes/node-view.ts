import type { PlacedNode } from '../../layout/index.ts'
import type { RecordChange } from '../changes.ts'
import type { ProblemMark } from '../problems/problem-marks.ts'
import type { UsedStep } from '../steps/flow-step.ts'

/** What a kind's card is given. Texts are already made by the kind's definition. */
export interface NodeViewProps {
  readonly placed: PlacedNode
  readonly title: string
  readonly detail: string
  readonly method: string | null
  /** Steps of its flow that it uses. */
  readonly uses: readonly UsedStep[]
  readonly isSelected: boolean
  readonly change: RecordChange | null
  readonly problem: ProblemMark | null
  readonly isFaint: boolean
  readonly onToggle: (isOpen: boolean) => void
}
