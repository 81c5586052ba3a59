import { z } from 'zod'

/** Why, for whoever reads the history: blank is no reason. */
export const reasonSchema = z.string().trim().min(1, 'Say why: the reason stays in the history.').max(500)
