import { z } from 'zod'

export const revokeTokenSchema = z.object({ id: z.string() })
