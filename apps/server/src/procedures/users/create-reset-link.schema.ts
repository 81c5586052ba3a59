import { z } from 'zod'

export const createResetLinkSchema = z.object({ id: z.string() })
