import { ofApi, stageNameSchema } from '../names.ts'

export const listDeploymentsSchema = ofApi.extend({ stage: stageNameSchema.optional() })
