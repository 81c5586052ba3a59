import { ofStage, variablesSchema } from '../names.ts'

export const updateStageSchema = ofStage.extend({ variables: variablesSchema })
