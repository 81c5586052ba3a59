import { z } from 'zod'
import type { Look } from '../canvas/index.ts'
import type { LeftGraph } from './graph-model.ts'

const placeSchema: z.ZodType<LeftPlace> = z.object({
  outline: z.object({ open: z.array(z.string()), top: z.number(), way: z.string().nullable() }).nullable(),
  graph: z.object({
    grouping: z.enum(['path', 'tag']),
    all: z.boolean().nullable(),
    branches: z.array(z.tuple([z.string(), z.boolean()])),
    flows: z.array(z.string()),
  }),
  viewport: z
    .object({ x: z.number(), y: z.number(), zoom: z.number(), width: z.number(), height: z.number() })
    .nullable(),
})

/**
 * Where somebody looked last in the designer of an API: the lines of the outline that were open, how far it was scrolled
 * (px) and to which selected line it had opened the way; what was open of the graph; and the part of the canvas shown.
 */
export interface LeftPlace {
  readonly outline: {
    readonly open: readonly string[]
    readonly top: number
    readonly way: string | null
  } | null
  readonly graph: LeftGraph
  readonly viewport: Look | null
}

/** Remembered per person and API, in this tab, also when its page is loaded anew. */
const key = (user: string, slug: string) => `penstock.place ${user} ${slug}`

/** Where a person looked last at an API in this tab; null where they did not yet. */
export function leftPlace(user: string, slug: string): LeftPlace | null {
  const text = sessionStorage.getItem(key(user, slug))
  if (text === null) return null
  try {
    return placeSchema.parse(JSON.parse(text))
  } catch {
    // Another version of the console wrote it.
    return null
  }
}

export function rememberPlace(user: string, slug: string, place: LeftPlace): void {
  try {
    sessionStorage.setItem(key(user, slug), JSON.stringify(place))
  } catch {
    // Full: what was remembered before would be wrong by now.
    sessionStorage.removeItem(key(user, slug))
  }
}
