import { z } from 'zod'
import { ofApi, stageNameSchema } from '../names.ts'

export const exportSchema = ofApi.extend({
  /** `draft`, or the stage whose deployment is exported. */
  from: z.union([z.literal('draft'), stageNameSchema]),
  format: z.enum(['oas31', 'oas30', 'swagger2']),
  as: z.enum(['json', 'yaml']),
  extensions: z.enum(['penstock', 'aws', 'none']),
})
