export { type Fold, foldChanges, isFold } from './fold-changes.ts'
export { suggestedTitle } from './suggested-title.ts'
