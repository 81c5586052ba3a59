import type { PortalIndex, TriedView } from '@penstock/server'
import { fetchJson } from '../app/fetch-json.ts'
import type { BuiltCall } from './build-call.ts'

/** Has the server make the call to the stage. Throws PortalProblem when the call could not be made at all. */
export function sendCall(
  { slug, stage }: Pick<PortalIndex, 'slug' | 'stage'>,
  { method, target, headers, body }: BuiltCall,
): Promise<TriedView> {
  return fetchJson<TriedView>(`/portal-data/${encodeURIComponent(slug)}/calls`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ stage, method, path: target, headers, ...(body === null ? {} : { body }) }),
  })
}
