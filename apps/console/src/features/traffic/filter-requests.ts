import type { RequestView } from '@penstock/server'

export type StatusClass = 'ok' | 'client' | 'server'

export interface RequestFilter {
  readonly q?: string | undefined
  readonly status?: StatusClass | undefined
}

export function statusClass(status: number): StatusClass {
  if (status >= 500) return 'server'
  return status >= 400 ? 'client' : 'ok'
}

/** Requests whose method, path, status, id or error code contains every word of the query. */
export function filterRequests(
  requests: readonly RequestView[],
  { q = '', status }: RequestFilter,
): RequestView[] {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean)
  return requests.filter((request) => {
    if (status !== undefined && statusClass(request.status) !== status) return false
    const text = [
      request.method,
      request.path,
      request.status,
      request.id,
      request.stage,
      request.error?.code,
    ]
      .join(' ')
      .toLowerCase()
    return words.every((word) => text.includes(word))
  })
}
