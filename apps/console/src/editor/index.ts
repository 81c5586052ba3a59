export {
  Autosave,
  type AutosaveOptions,
  type Conflict,
  type Resolution,
  type SaveState,
  type Side,
} from './autosave.ts'
export { type Clock, systemClock } from './clock.ts'
export { Editor, type RunOptions } from './editor.ts'
export { mostSteps } from './history.ts'
export { LayoutSave } from './layout-save.ts'
export { changedFields, mergeRecord } from './merge.ts'
export { partId, partOf, recordOfPart } from './part-id.ts'
export type { Position } from './positions.ts'
export { replay } from './replay.ts'
export type { StoreEvent } from './store.ts'
export type { EditorTransaction, Transaction } from './transaction.ts'
export {
  type DraftTransport,
  type RemoteRecords,
  type Revisioned,
  type SaveAnswer,
  SaveConflictError,
  SaveRefusedError,
  type SaveRequest,
  type TheirChange,
} from './transport.ts'
