import { emptyDiff, isEmptyDiff, type RecordsDiff, reverseDiff, squashDiffs } from '@penstock/model'
import { noPositions, type PositionsDiff, reversePositions, squashPositions } from './positions.ts'

/** What one step did: to the definition, and to where nodes stand. The two are saved apart but undone in one order. */
export interface Change {
  readonly records: RecordsDiff
  readonly positions: PositionsDiff
}

export const noChange: Change = { records: emptyDiff, positions: noPositions }

export function isNoChange(change: Change): boolean {
  return isEmptyDiff(change.records) && Object.keys(change.positions).length === 0
}

export function squashChanges(first: Change, second: Change): Change {
  return {
    records: squashDiffs([first.records, second.records]),
    positions: squashPositions(first.positions, second.positions),
  }
}

export function reverseChange(change: Change): Change {
  return { records: reverseDiff(change.records), positions: reversePositions(change.positions) }
}
