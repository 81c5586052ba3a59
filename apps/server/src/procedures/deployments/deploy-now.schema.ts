import { createStageSchema, variablesSchema } from '../names.ts'
import { deploySchema } from './deploy.schema.ts'

export const deployNowSchema = deploySchema
  .partial({ planHash: true })
  .extend({ variables: variablesSchema.optional(), createStage: createStageSchema.optional() })
