import {
  cacheSchema,
  flushCacheSchema,
  limitsSchema,
  ofStage,
  requiredApprovalsSchema,
  throttleSchema,
  variablesSchema,
} from '../names.ts'

export const updateStageSchema = ofStage.extend({
  variables: variablesSchema.optional(),
  requiredApprovals: requiredApprovalsSchema.optional(),
  throttle: throttleSchema.optional(),
  cache: cacheSchema.optional(),
  flushCache: flushCacheSchema.optional(),
  limits: limitsSchema.optional(),
})
