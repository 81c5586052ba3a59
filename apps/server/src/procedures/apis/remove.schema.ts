import { z } from 'zod'
import { ofApi } from '../names.ts'

export const removeApiSchema = ofApi.extend({
  /** The slug once more, typed by the person who removes it. */
  confirm: z.string(),
})
