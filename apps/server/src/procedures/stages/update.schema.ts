import { ofStage, requiredApprovalsSchema, variablesSchema } from '../names.ts'

export const updateStageSchema = ofStage.extend({
  variables: variablesSchema.optional(),
  requiredApprovals: requiredApprovalsSchema.optional(),
})
