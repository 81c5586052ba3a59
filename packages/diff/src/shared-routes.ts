import type { RecordId } from '@penstock/model'
import type { Change, ToldChange } from './types.ts'

/** A change that says by number what it touches. */
export interface SharingChange extends ToldChange {
  /** Index of a set in `routeSets`. */
  readonly routeSet: number
}

/**
 * Changes as they are sent: each route is named once, and each set of routes told once, however many changes touch it.
 * A model that everything uses is in the answer of every route, and so is each of a thousand others.
 */
export interface SharedChanges {
  /** Methods that the changes touch. */
  readonly routes: readonly RecordId[]
  /** Indexes in `routes`. */
  readonly routeSets: readonly (readonly number[])[]
  readonly changes: readonly SharingChange[]
}

/** Costs about what it answers: lists that several changes have in common are looked at once. */
export function shareRoutes(changes: readonly Change[]): SharedChanges {
  const routes = new Map<RecordId, number>()
  const routeSets: number[][] = []
  const byList = new Map<readonly RecordId[], number>()
  const byContent = new Map<string, number>()
  const indexOf = (route: RecordId) => {
    const known = routes.get(route)
    if (known === undefined) routes.set(route, routes.size)
    return known ?? routes.size - 1
  }
  const setOf = (affects: readonly RecordId[]) => {
    const known = byList.get(affects)
    if (known !== undefined) return known
    const indexes = affects.map(indexOf)
    const content = indexes.join()
    const set = byContent.get(content) ?? routeSets.push(indexes) - 1
    byContent.set(content, set)
    byList.set(affects, set)
    return set
  }
  return {
    changes: changes.map(({ affects, ...change }) => ({ ...change, routeSet: setOf(affects) })),
    routes: [...routes.keys()],
    routeSets,
  }
}

/** The changes again; those that touch the same routes have one list of them. */
export function spreadRoutes({ routes, routeSets, changes }: SharedChanges): Change[] {
  const lists = routeSets.map((set) => set.map((index) => routes[index]!))
  return changes.map(({ routeSet, ...change }) => ({ ...change, affects: lists[routeSet]! }))
}
