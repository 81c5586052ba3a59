import { z } from 'zod'
import { ofApi } from '../names.ts'

/** Any check: one that there is no more may have been overridden by an older version. */
export const restoreSchema = ofApi.extend({ check: z.string() })
