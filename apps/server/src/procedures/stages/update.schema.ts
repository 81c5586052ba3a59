import { ofOwnStage, variablesSchema } from '../names.ts'

export const updateStageSchema = ofOwnStage.extend({ variables: variablesSchema })
