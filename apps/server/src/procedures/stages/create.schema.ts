import { ofApi, ownStageNameSchema, variablesSchema } from '../names.ts'

export const createStageSchema = ofApi.extend({
  name: ownStageNameSchema,
  variables: variablesSchema.optional(),
})
