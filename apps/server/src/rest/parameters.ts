import { z } from 'zod'
import { ownStageNameSchema, slugSchema, stageNameSchema } from '../procedures/names.ts'

// Names of path parameters as their URLs have them; the schemas are the procedures' own.
export const ofApiPath = z.object({ api: slugSchema.describe('Slug of the API.') })
export const ofStagePath = ofApiPath.extend({ stage: ownStageNameSchema.describe('Name of the stage.') })
export const ofStageOrPreviewPath = ofApiPath.extend({
  stage: stageNameSchema.describe("Name of the stage, or `preview` for the draft's own."),
})

/** A query parameter that is true when it is there, unless it says otherwise. */
export const flag = z
  .enum(['true', 'false', '1', '0', ''])
  .transform((text) => text !== 'false' && text !== '0')
  .optional()

/** Through which door a change came, said by the program itself: only for the history's sake. */
export const sourceField = { source: z.enum(['cli', 'api']).optional() }
