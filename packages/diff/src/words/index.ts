export { type Fold, foldChanges, isFold } from './fold-changes.ts'
export { verdicts } from '../verdict.ts'
export { suggestedTitle } from './suggested-title.ts'
