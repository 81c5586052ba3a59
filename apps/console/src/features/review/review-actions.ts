import type { ChangeView } from '@penstock/server'
import { createContext, useContext } from 'react'
import type { FindingView, TextPlace } from './place-of-finding.ts'

/** What can be done about a change where it is reviewed. */
export interface ReviewActions {
  /** Asks for a reason, and takes the changes upon oneself. */
  readonly acknowledge: (changes: readonly ChangeView[]) => void
  readonly withdraw: (changes: readonly ChangeView[]) => void
  /** Asks what the finding's check means for this API, and why. */
  readonly override: (finding: FindingView) => void
  readonly restore: (finding: FindingView) => void
  /** Shows a place in the text. */
  readonly show: (place: TextPlace) => void
  /** Leads to a record in the designer. */
  readonly design: (record: string) => void
}

/** Null where changes are only shown: two deployments compared. */
const ReviewActionsContext = createContext<ReviewActions | null>(null)

export const ReviewActionsProvider = ReviewActionsContext.Provider

export function useReviewActions(): ReviewActions | null {
  return useContext(ReviewActionsContext)
}
