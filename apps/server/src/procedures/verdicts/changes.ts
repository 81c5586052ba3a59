import { z } from 'zod'

/** Ids of changes of a plan: as many as one group of a review may have. */
export const changesSchema = z.array(z.string().max(500)).min(1).max(10_000)
