import type { JsonObject } from '@penstock/model'
import { sameJson } from '../json.ts'
import type { Path, Sides } from './sides.ts'

/** Ways to be let in: each is a set of `scheme` and `scheme:scope`. */
type Alternatives = readonly ReadonlySet<string>[]

/**
 * Declared security (OpenAPI: any one of the listed ways lets a caller in). It narrows when a caller that was let in
 * is not any more.
 */
export function compareSecurity(
  sides: Sides,
  before: readonly JsonObject[] | undefined,
  after: readonly JsonObject[] | undefined,
  path: Path,
): void {
  if (sameJson(before ?? [], after ?? [])) return
  const [from, to] = [read(before), read(after)]
  const kept = from.every((way) => to.some((other) => isSubset(other, way)))
  const covered = to.every((way) => from.some((other) => isSubset(other, way)))
  if (kept && covered) return
  const isOpen = (ways: Alternatives) => ways.some((way) => way.size === 0)
  const [had, has] = [needsOf(from), needsOf(to)]
  sides.emit('security-changed', path, {
    from: say(from),
    to: say(to),
    effect: kept ? 'widened' : covered ? 'narrowed' : 'changed',
    wasOpen: isOpen(from),
    isOpen: isOpen(to),
    schemesRemoved: [...had.schemes].filter((scheme) => !has.schemes.has(scheme)),
    scopesAdded: [...has.scopes].filter((scope) => !had.scopes.has(scope)),
    scopesRemoved: [...had.scopes].filter((scope) => !has.scopes.has(scope)),
  })
}

/** All schemes, and all scopes of schemes, that any way asks for. */
function needsOf(ways: Alternatives) {
  const needs = ways.flatMap((way) => [...way])
  return {
    schemes: new Set(needs.filter((need) => !need.includes(':'))),
    scopes: new Set(needs.filter((need) => need.includes(':'))),
  }
}

function read(security: readonly JsonObject[] | undefined): Alternatives {
  if (!security || security.length === 0) return [new Set()]
  return security.map((way) => {
    const needs = new Set<string>()
    for (const [scheme, scopes] of Object.entries(way)) {
      needs.add(scheme)
      if (Array.isArray(scopes))
        for (const scope of scopes) if (typeof scope === 'string') needs.add(`${scheme}:${scope}`)
    }
    return needs
  })
}

function isSubset(inner: ReadonlySet<string>, outer: ReadonlySet<string>): boolean {
  return [...inner].every((need) => outer.has(need))
}

function say(alternatives: Alternatives): string {
  return alternatives.map((way) => (way.size ? [...way].join(' and ') : 'nothing')).join(', or ')
}
