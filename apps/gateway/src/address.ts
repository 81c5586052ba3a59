import { isClimbing } from './climbing.ts'
import type { CompiledStage } from './compiled-stage.ts'
import { Failure } from './failure.ts'
import type { RequestContext } from './request-context.ts'
import type { RoutingTable } from './runtime.ts'

/**
 * Finds the stage that host and path address, and sets what is left of the path (architecture.md §7):
 *
 *     http://orders.gateway.localhost:9080/dev/pets    host names the API, the path begins with the stage
 *     http://gateway:9080/orders/dev/pets              the path names both; works everywhere
 *
 * `$default` is served where no stage's name stands. Slashes doubled around the stage don't count for routing. Of a
 * stage with a canary it is decided here, once, which of the two the request goes through from now on.
 */
export function resolveAddress(
  context: RequestContext,
  table: Pick<RoutingTable, 'apis'>,
  domain: string,
): CompiledStage {
  const { targetPath } = context
  if (!targetPath.startsWith('/') || isClimbing(targetPath))
    throw new Failure('REQUEST_MALFORMED', {
      phase: 'address',
      reason: `the path ${JSON.stringify(targetPath)} is refused`,
    })
  const slugOfHost = apiOfHost(context.host, domain)
  const start = skipSlashes(targetPath, 0)
  if (slugOfHost !== null) return enter(context, table, slugOfHost, start, start)
  const end = segmentEnd(targetPath, start)
  return enter(context, table, decode(targetPath.slice(start, end)), start, skipSlashes(targetPath, end))
}

/** The API that the host names, or null. */
export function apiOfHost(host: string, domain: string): string | null {
  const name = host.replace(/:\d*$/, '').toLowerCase()
  if (!name.endsWith(`.${domain}`)) return null
  const slug = name.slice(0, -domain.length - 1)
  return slug === '' || slug.includes('.') ? null : slug
}

/** `base` is where the stage's own address begins, `at` where its name may stand. */
function enter(
  context: RequestContext,
  table: Pick<RoutingTable, 'apis'>,
  slug: string,
  base: number,
  at: number,
): CompiledStage {
  const path = context.targetPath
  const stages = table.apis.get(slug)
  if (!stages)
    throw new Failure('API_NOT_SERVED', {
      phase: 'address',
      reason: `there is no API ${JSON.stringify(slug)}`,
    })
  const end = segmentEnd(path, at)
  const name = decode(path.slice(at, end))
  const named = stages.get(name)
  const addressed = named ?? stages.get('$default')
  if (!addressed)
    throw new Failure('STAGE_NOT_SERVED', {
      phase: 'address',
      reason: `${slug} has no stage ${JSON.stringify(name)}`,
      params: { api: slug },
    })
  const stage = addressed.canary?.isFor(context) ? addressed.canary.stage : addressed
  const below = path.slice(skipSlashes(path, named ? end : at))
  context.stage = stage
  context.basePath = path.slice(base === 0 ? 0 : base - 1, named ? end : at)
  context.path = `/${below}`
  // `$default` has no name in the path that clients see.
  context.contextPath = named && name !== '$default' ? `/${path.slice(at)}` : `/${below}`
  return stage
}

function skipSlashes(path: string, at: number): number {
  let next = at
  while (path[next] === '/') next++
  return next
}

function segmentEnd(path: string, at: number): number {
  const slash = path.indexOf('/', at)
  return slash < 0 ? path.length : slash
}

function decode(segment: string): string {
  if (!segment.includes('%')) return segment
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
