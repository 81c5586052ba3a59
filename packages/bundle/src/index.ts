export {
  diagnosePath,
  type DiagnoseRequest,
  diagnoseRequestSchema,
  type Diagnosis,
  diagnosisFormat,
  diagnosisSchema,
  type DirectCall,
} from './diagnosis.ts'
export type { Excerpt } from './excerpt.ts'
export { type FailedCall, failedCallBytes, failedCallSchema } from './failed-call.ts'
export {
  answerLimit,
  excerptLimit,
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
export { bundleHash, loadBundle, loadBundleInSteps } from './load.ts'
export { atOnce, type Steps } from './steps.ts'
export { mediaType } from './media-type.ts'
export { isReservedHeader } from './reserved-headers.ts'
export { isReservedVariable } from './reserved-variables.ts'
export {
  type Bundle,
  type BundleCors,
  type BundleExample,
  bundleFormat,
  type BundleFunction,
  type BundleIntegration,
  type BundleMessageRoute,
  type BundleParameter,
  type BundleHealthCheck,
  type BundlePool,
  type BundleTls,
  type BundleResponse,
  type BundleRoute,
  bundleSchema,
  type BundleValidation,
  isTimed,
} from './schema.ts'
export { type ActionParameters, serviceActions } from './service-actions.ts'
export {
  healthReportMs,
  type HealthReport,
  healthReportSchema,
  type TargetHealth,
  targetHealthSchema,
} from './target-health.ts'
export {
  heldBytesMax,
  type StageLimits,
  stageLimitsSchema,
  type UsualLimits,
  usualLimits,
} from './stage-limits.ts'
export { parseServiceUri, type ServiceUri } from './service-uri.ts'
export {
  type Ack,
  ackSchema,
  type CanaryState,
  type Consumer,
  consumerSchema,
  type DesiredState,
  desiredStateSchema,
  previewTokenHeader,
  type HeldStage,
  heldStageSchema,
  type Limit,
  limitSchema,
  type RequestBatch,
  requestBatchSchema,
  type RequestRecord,
  requestRecordSchema,
  type StagePlan,
  type StageState,
  type Sticky,
  stickySchema,
  stageStateSchema,
  type CacheRule,
  cacheUseSchema,
  type CacheUse,
  cacheRuleSchema,
  type StageCache,
  stageCacheSchema,
  type StageThrottle,
  stageThrottleSchema,
  usualHeadBytes,
} from './sync.ts'
