export {
  answerLimit,
  excerptLimit,
  type Excerpt,
  inspectPath,
  inspectRequestSchema,
  type InspectRequest,
  type InspectedCall,
  type InspectedMessage,
  type InspectedRouting,
  inspectionFormat,
  type InspectionNote,
  type InspectionPhase,
  inspectionSchema,
  type Inspection,
} from './inspection.ts'
export { bundleHash, loadBundle } from './load.ts'
export { isReservedVariable } from './reserved-variables.ts'
export {
  type Bundle,
  type BundleCors,
  type BundleExample,
  bundleFormat,
  type BundleFunction,
  type BundleIntegration,
  type BundleResponse,
  type BundleRoute,
  bundleSchema,
} from './schema.ts'
export {
  type Ack,
  ackSchema,
  type DesiredState,
  desiredStateSchema,
  previewTokenHeader,
  type HeldStage,
  heldStageSchema,
  type RequestBatch,
  requestBatchSchema,
  type RequestRecord,
  requestRecordSchema,
  type StageState,
  stageStateSchema,
} from './sync.ts'
