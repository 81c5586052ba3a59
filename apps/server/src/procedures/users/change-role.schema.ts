import { z } from 'zod'
import { roleSchema } from '../../presenters/user-view.ts'

export const changeRoleSchema = z.object({ id: z.string(), role: roleSchema })
